"""Words with a number in them, for code that is no widget.

The tool that collects texts reads plurals from `tr` alone, so they stand in an object of their own.
"""

from PySide6.QtCore import QObject


class Counted(QObject):
    """Says how many there are of something."""

    def cases(self, number: int) -> str:
        """Say how many cases."""
        return self.tr("%n case(s)", "", number)

    def words(self, number: int) -> str:
        """Say how many words."""
        return self.tr("%n word(s)", "", number)

    def more_cases(self, number: int) -> str:
        """Say how many cases are not named."""
        return self.tr("and %n more among the cases", "", number)

    def more_criteria(self, number: int) -> str:
        """Say how many criteria are folded away."""
        return self.tr("%n more criterion/criteria", "", number)

    def minutes_to_read(self, number: int) -> str:
        """Say how long a text takes."""
        return self.tr("%n min to read", "", number)

    def days_old(self, number: int) -> str:
        """Say how old the library is."""
        return self.tr("It is %n day(s) old.", "", number)

    def size_in_bytes(self, number: int) -> str:
        """Say how many bytes."""
        return self.tr("%n byte(s)", "", number)
