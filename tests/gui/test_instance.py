"""A second start hands over to the first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from procura_desktop.gui.instance import Instance, hand_over, server_name


@pytest.mark.usefixtures("qtbot")
def test_nobody_answers_before_the_first_start(tmp_path: Path) -> None:
    assert not hand_over(server_name(tmp_path), "procura:main/guidance/labels")


def test_the_first_hears_the_address(qtbot: QtBot, tmp_path: Path) -> None:
    name = server_name(tmp_path)
    first = Instance(name)
    with qtbot.waitSignal(first.called) as called:
        assert hand_over(name, "procura:main/guidance/labels")
    assert called.args == ["procura:main/guidance/labels"]


def test_two_data_folders_are_two_programs(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
