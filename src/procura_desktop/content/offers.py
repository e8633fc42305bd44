"""What buyers can turn to: labels, organisations and events."""

from typing import get_args

from procura_desktop.content.cases import read_country
from procura_desktop.content.draft import Draft, plain
from procura_desktop.domain.records import EventDetails, LabelDetails, LabelType, OrganisationDetails

_TYPES: tuple[LabelType, ...] = get_args(LabelType)


def read_label(draft: Draft) -> LabelDetails:
    """Read the fields of a label."""
    fields = draft.fields
    return LabelDetails(
        type=fields.choice("type", _TYPES, "scheme", must=True),
        owner=fields.text("owner", must=True),
        scope=fields.text("scope", must=True),
        address=fields.web("address", must=True),
    )


def read_organisation(draft: Draft) -> OrganisationDetails:
    """Read the fields of an organisation."""
    fields = draft.fields
    return OrganisationDetails(
        address=fields.web("address", must=True),
        offers=plain(fields.texts("offers")),
        run_by=fields.text("run_by"),
        contact=fields.text("contact"),
        country=read_country(fields),
    )


def read_event(draft: Draft) -> EventDetails:
    """Read the fields of an event."""
    fields = draft.fields
    event = EventDetails(
        address=fields.web("address", must=True),
        run_by=fields.text("run_by", must=True),
        offers=plain(fields.texts("offers")),
        place=fields.text("place"),
        when=fields.text("when", any_scalar=True),
        start=fields.day("start"),
        end=fields.day("end"),
    )
    if event.start and event.end and event.end < event.start:
        fields.fault("end", f"({event.end}) is before 'start' ({event.start})", "write a later date")
    return event
