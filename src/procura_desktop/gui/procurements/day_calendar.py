"""A calendar to pick a day from, in the colours of the window."""

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

EDGES = QSize(4, 8)  # pixels of the frame that the style sheet gives the days, which Qt does not count


class DayCalendar(QCalendarWidget):
    """A month of days with the numbers of its weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())  # in the colour of the text, not in red
        for part, sign, name in (
            ("qt_calendar_prevmonth", "←", self.tr("The month before")),
            ("qt_calendar_nextmonth", "→", self.tr("The next month")),
        ):
            button = self.findChild(QToolButton, part)
            if button is None:
                raise LookupError(part)
            button.setIcon(QIcon())
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def show_day(self, day: QDate) -> None:
        """Mark a day; one that does not exist leaves today marked."""
        if day.isValid():
            self.setSelectedDate(day)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for six whole weeks."""
        return super().minimumSizeHint() + EDGES

    def sizeHint(self) -> QSize:
        """Ask for no more than that."""
        return self.minimumSizeHint()
