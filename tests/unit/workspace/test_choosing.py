from dataclasses import replace

import pytest

from procura_desktop.domain.procurement import Confirmation
from procura_desktop.errors import ChoiceError
from procura_desktop.workspace.choosing import at_level, wording_as_read
from tests.factories import make_criterion
from tests.procurements import make_item

LIST = (
    '<p>In <span class="slot" data-slot="battery_cycles">any</span>:</p>'
    "<ol><li>Take out the battery.</li><li>Test it.</li></ol>"
)


def test_a_wording_is_read_with_its_numbers_and_its_figures() -> None:
    record = make_criterion()
    assert record.criterion is not None
    levels = tuple(replace(level, requirement_html=LIST) for level in record.criterion.levels)
    record = replace(record, criterion=replace(record.criterion, levels=levels))
    slot = record.criterion.slots[0] if record.criterion else None
    assert slot is not None
    figure = slot.values[0]

    read = wording_as_read(record, figure.level).requirement

    assert read == f"In {figure.value} {slot.unit}:\n\n1. Take out the battery.\n2. Test it."


def test_a_level_that_there_is_not_is_told() -> None:
    with pytest.raises(ChoiceError):
        wording_as_read(make_criterion(), "no such level")


def test_what_was_confirmed_of_one_level_is_not_of_another() -> None:
    confirmed = Confirmation(
        by="Mia", on="2026-11-28", document="EU GPP", page="12", record_id="criteria/x", record_version=1
    )
    item = replace(make_item(), confirmed=confirmed)

    assert at_level(item, "comprehensive").confirmed is None
