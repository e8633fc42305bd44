"""Words for what does not hold in an award, and for what decides a ranking."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.scoring import Placing, Refusal
from procura_desktop.domain.weights import PRICE, AwardFault, Sum
from procura_desktop.domain.what_if import Influence
from procura_desktop.gui.procurements.words import item_title
from procura_desktop.gui.words import figure_text

translate = QCoreApplication.translate


def criterion_titles(procurement: Procurement) -> dict[str, str]:
    """Give what each criterion of the award is called; the price too."""
    price = (
        translate("award", "Life-cycle cost")
        if procurement.award.price_kind == "cost"
        else translate("award", "Price")
    )
    return {PRICE: price, **{item.id: item_title(item) for item in procurement.of_kind("AC")}}


def fault_words(fault: AwardFault, *, order: bool = False) -> str:
    """Say what does not hold, and what to do; `order` is where only an order of importance is given."""
    if fault == "weights-missing" and order:
        return translate("award", "Write at which place the price stands among the criteria: 1 is the first.")
    return {
        "weights-missing": translate("award", "Some criteria have no weight yet."),
        "weights-negative": translate("award", "A weight is below 0."),
        "weights-zero": translate("award", "Nothing counts yet: give at least one criterion a weight."),
        "weights-sum": translate("award", "The weights have to make 100 % together."),
        "ranges-turned": translate("award", "A range ends below its beginning."),
        "ranges-apart": translate("award", "No choice within the ranges makes 100 %."),
        "order-reason": translate(
            "award", "Say why no weights can be given: Article 67(5) only allows an order then."
        ),
        "zero-at": translate("award", "The price with a score of 0 must be above the lowest price."),
        "table-empty": translate("award", "The table of scores is empty."),
        "table-order": translate("award", "In the table the limits must rise and the scores fall."),
        "table-scores": translate("award", "A score in the table is not between 0 and 100."),
        "decimals": translate("award", "Round to 0 to 6 decimals."),
    }[fault]


def sum_words(summed: Sum) -> str:
    """Say what the weights come to."""
    if summed.total is None:
        return ""
    total = figure_text(summed.total)
    if summed.wanted is None:
        return translate("award", "{total} points in all").format(total=total)
    left = summed.left
    if left is None or left == 0:
        return translate("award", "{total} % in all: it adds up").format(total=total)
    if left > 0:
        return translate("award", "{total} % in all: {left} % still to give").format(
            total=total, left=figure_text(left)
        )
    return translate("award", "{total} % in all: {left} % too much").format(
        total=total, left=figure_text(-left)
    )


def influence_words(found: Influence, titles: Mapping[str, str]) -> str:
    """Say what one criterion does to the first place."""
    title = titles.get(found.criterion, "")
    if found.decides:
        return translate("award", "{title}: decides. Without it another offer is first.").format(title=title)
    if found.can:
        return translate("award", "{title}: can decide, with other scores.").format(title=title)
    return translate("award", "{title}: can never decide between these offers.").format(title=title)


def refusal_words(refusal: Refusal, titles: Mapping[str, str]) -> str:
    """Say why an offer is not compared."""
    title = titles.get(refusal.criterion, "")
    if refusal.why == "price":
        return translate("award", "no price")
    if refusal.why == "score":
        return translate("award", "no score for {title}").format(title=title)
    return translate("award", "{title} below the minimum").format(title=title)


def rank_words(placing: Placing, titles: Mapping[str, str]) -> str:
    """Say where an offer comes, or why nowhere."""
    if placing.refused:
        return translate("award", "refused: {why}").format(why=refusal_words(placing.refused[0], titles))
    if placing.rank is None:
        return "–"
    if placing.tied:
        return translate("award", "{rank} (draw)").format(rank=placing.rank)
    return str(placing.rank)
