"""Words for what a procurement file holds, and for what differs from what is here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QObject

from procura_desktop.gui.procurements.code_words import code_words
from procura_desktop.gui.runs import runs_html
from procura_desktop.library.difference import Run
from procura_desktop.workspace.admission import Mended
from procura_desktop.workspace.differences import Difference

translate = QCoreApplication.translate
MOST_SHOWN = 300  # fields of one procurement


class ParcelWords(QObject):
    """Says what was taken in."""

    def taken(self, number: int) -> str:
        """Say how many procurements came in."""
        return self.tr("%n procurement(s) taken in", "", number)

    def differing(self, number: int) -> str:
        """Say in how many fields two procurements differ."""
        return self.tr("%n difference(s)", "", number)

    def new(self, number: int) -> str:
        """Say how many are not here yet."""
        return self.tr("%n is/are new and will be taken in.", "", number)

    def same(self, number: int) -> str:
        """Say how many are here already, unchanged."""
        return self.tr("%n is/are the same here already.", "", number)

    def kept(self, number: int) -> str:
        """Say how many were left as they are."""
        return self.tr("%n was/were kept as you have it/them", "", number)

    def searches(self, number: int) -> str:
        """Say how many saved searches came in."""
        return self.tr("%n saved search(es) taken in", "", number)

    def bookmarks(self, number: int) -> str:
        """Say how many bookmarks came in."""
        return self.tr("%n bookmark(s) taken in", "", number)

    def notes(self, number: int) -> str:
        """Say how many notes came in."""
        return self.tr("%n note(s) taken in", "", number)

    def part(self, name: str, number: int) -> str:
        """Say how much of what travels beside procurements came in."""
        return {"saved-searches": self.searches, "bookmarks": self.bookmarks, "notes": self.notes}[name](
            number
        )

    def more(self, number: int) -> str:
        """Say how many differences are not shown."""
        return self.tr("and %n more difference(s)", "", number)


def difference_html(differences: Sequence[Difference]) -> str:
    """Show what differs, part by part and field by field; words gone are mine, new ones theirs."""
    parts = [
        f"<h3>{escape(place_name(place, name))}</h3>" + "".join(map(_field_html, some))
        for (place, name), some in groupby(differences[:MOST_SHOWN], key=lambda one: (one.place, one.name))
    ]
    left = len(differences) - MOST_SHOWN
    if left > 0:
        parts.append(f"<p>{escape(ParcelWords().more(left))}</p>")
    return "".join(parts)


def _field_html(difference: Difference) -> str:
    if not difference.field:
        gone = difference.runs[0].how == "gone"
        words = (
            translate("parcels", "Only in yours")
            if gone
            else translate("parcels", "Only in what the file has")
        )
        tag = "s" if gone else "u"
        return f"<p><{tag}>{escape(words)}</{tag}></p>"
    name = field_name(difference.field)
    return f"<p><b>{escape(name)}</b></p>{runs_html(tuple(_spoken(difference)))}"


def _spoken(difference: Difference) -> Iterator[Run]:
    """Put words in the place of codes."""
    for run in difference.runs:
        yield replace(run, text=code_words(difference.field, run.text))


def place_name(place: str, name: str) -> str:
    """Name a part of a procurement."""
    words = {
        "head": translate("parcels", "About the procurement"),
        "award": translate("parcels", "Award"),
        "lot": translate("parcels", "Lot “{name}”"),
        "item": translate("parcels", "Criterion “{name}”"),
        "offer": translate("parcels", "Offer “{name}”"),
        "event": translate("parcels", "History of this file"),
        "order": translate("parcels", "Order of the criteria"),
    }[place]
    return words.format(name=name)


def field_name(field: str) -> str:
    """Name a field; one without a name of its own is named by its last word."""
    names = _field_names()
    return names.get(field) or names.get(field.rpartition(".")[2]) or field


def _field_names() -> dict[str, str]:
    return {**_head_names(), **_item_names(), **_award_names()}


def _head_names() -> dict[str, str]:
    return {
        "title": translate("parcels", "Title"),
        "buyer": translate("parcels", "Buyer"),
        "reference": translate("parcels", "Reference"),
        "need": translate("parcels", "What is needed"),
        "purpose": translate("parcels", "What for, and why now"),
        "nature": translate("parcels", "Kind of contract"),
        "groups": translate("parcels", "Product groups"),
        "cpv": translate("parcels", "CPV codes"),
        "value": translate("parcels", "Estimated value, without VAT"),
        "currency": translate("parcels", "Currency"),
        "procedure": translate("parcels", "Procedure"),
        "publication": translate("parcels", "Publication"),
        "deadline": translate("parcels", "Deadline for offers"),
        "contract_start": translate("parcels", "Start of the contract"),
        "contract_end": translate("parcels", "End of the contract"),
        "contact.name": translate("parcels", "Contact for bidders"),
        "email": translate("parcels", "E-mail"),
        "phone": translate("parcels", "Telephone"),
        "ambition": translate("parcels", "Ambition"),
        "people_use": translate("parcels", "Will people use what you buy?"),
        "accessibility": translate("parcels", "Why nothing is asked for accessibility"),
        "clean_vehicles": translate("parcels", "Why no clean vehicles are asked for"),
        "energy_efficiency": translate("parcels", "Why nothing is asked for energy"),
        "no_lots": translate("parcels", "Why it is not divided into lots"),
        "language": translate("parcels", "Language of the documents"),
        "status": translate("parcels", "State"),
        "template": translate("parcels", "Whether it is a template"),
        "created": translate("parcels", "Begun on"),
    }


def _item_names() -> dict[str, str]:
    return {
        "id": translate("parcels", "Number in the file"),
        "kind": translate("parcels", "Kind"),
        "level": translate("parcels", "Ambition level"),
        "requirement": translate("parcels", "Requirement"),
        "proof_tender": translate("parcels", "Proof with the offer"),
        "proof_contract": translate("parcels", "Proof during the contract"),
        "points": translate("parcels", "How points are given"),
        "original": translate("parcels", "Wording of the source"),
        "copied": translate("parcels", "Where it was copied from"),
        "copied.text": translate("parcels", "Text of the source"),
        "slots": translate("parcels", "Figures"),
        "lots": translate("parcels", "Lots"),
        "reason": translate("parcels", "Why you ask for it"),
        "level_reason": translate("parcels", "Why this level"),
        "link": translate("parcels", "Link to the subject matter"),
        "follow_up": translate("parcels", "Follow-up"),
        "confirmed": translate("parcels", "Confirmed"),
        "by": translate("parcels", "Confirmed by"),
        "on": translate("parcels", "When"),
        "document": translate("parcels", "Document"),
        "page": translate("parcels", "Page"),
        "record_id": translate("parcels", "Criterion that was confirmed"),
        "record_version": translate("parcels", "Version that was confirmed"),
        "seen": translate("parcels", "State of the source that was decided on"),
        "description": translate("parcels", "Description"),
        "what": translate("parcels", "What"),
        "order": translate("parcels", "Order"),
    }


def _award_names() -> dict[str, str]:
    return {
        "weighting": translate("parcels", "How criteria are weighed"),
        "order_reason": translate("parcels", "Why no weights can be given"),
        "price_kind": translate("parcels", "What is compared"),
        "weight": translate("parcels", "Weight"),
        "most": translate("parcels", "Upper end of the weight"),
        "minimum": translate("parcels", "Lowest score"),
        "formula": translate("parcels", "How a price becomes a score"),
        "zero_at": translate("parcels", "Score 0 from how many times the lowest price"),
        "table": translate("parcels", "Table of scores"),
        "decimals": translate("parcels", "Rounded to decimals"),
        "tie": translate("parcels", "Between equal totals"),
        "name": translate("parcels", "Name"),
        "price": translate("parcels", "Price"),
        "scores": translate("parcels", "Scores"),
    }


def mended_words(mended: Mended) -> str:
    """Say what was put right in a file."""
    return {
        "characters": translate("parcels", "signs that no text may have were taken out"),
        "html": translate("parcels", "copied criteria were cleaned of what may not be shown"),
        "ids": translate("parcels", "things with the same number got a new one"),
        "lots": translate("parcels", "criteria named a lot that is not there"),
        "scores": translate("parcels", "offers had scores for criteria that are not there"),
        "slots": translate("parcels", "figures stood twice; the last one counts"),
        "codes": translate("parcels", "codes that are none were taken out"),
        "dates": translate("parcels", "dates that are none were taken out"),
        "order": translate("parcels", "criteria were put into the order of the documents"),
    }[mended.what]
