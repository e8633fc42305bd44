"""Why what was typed is no number that can be kept."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.amounts import LARGEST_NUMBER, MOST_DECIMALS, BeyondLimitsError
from procura_desktop.gui.words import figure_text


def number_fault(text: str, read: Callable[[str], object], wanted: str) -> str:
    """Say why `read` takes no number from a text, "" where it does; `wanted` says what it reads."""
    try:
        read(text)
    except BeyondLimitsError:
        words = QCoreApplication.translate(
            "procurement", "No number above {most} and no more than {decimals} decimals can be kept."
        )
        return words.format(most=figure_text(LARGEST_NUMBER), decimals=MOST_DECIMALS)
    except ValueError:
        return wanted
    return ""
