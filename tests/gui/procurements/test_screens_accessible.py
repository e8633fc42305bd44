"""Every screen with content: controls have a name and a role, their names differ, Tab comes to all."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.gui.procurements.accessible import alike, nameless, not_reached
from tests.gui.procurements.every_screen import SCREENS


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name_and_a_role(show: Callable[[str], QWidget], name: str) -> None:
    assert nameless(show(name)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_two_controls_are_called_the_same(show: Callable[[str], QWidget], name: str) -> None:
    assert alike(show(name)) == set()


@pytest.mark.parametrize("name", SCREENS)
def test_tab_comes_to_every_control_and_round(show: Callable[[str], QWidget], name: str) -> None:
    assert not_reached(show(name)) == []
