"""Rows of a title and controls; where there are many, they are made a few at a time."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise, takewhile

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

AT_FIRST, AT_ONCE = 4, 2
FIRST_AFTER_MS, NEXT_AFTER_MS = 100, 20  # the first once the others are painted
GAP, BETWEEN = 12, 8  # pixels between columns, and between rows
LEAST_LETTERS = 20
BESIDE_LETTERS = 44  # with less room the title stands above its controls
NO_LIMIT = 1 << 14
WIDTHS_KEPT = 4
LINES_KEPT = 4096
TO_COME = "to come"  # in the place of a role
Controls = Sequence[QWidget | None]  # one for each column after the title; None leaves it empty
Row = tuple[Controls, Callable[[], None]]  # the controls, and what shows in them what is kept
Need = int | Callable[[int], int]  # the height of a widget: the same at every width, or what says it for one


class Rows(QWidget):
    """Has room for every row from the beginning, so that nothing moves when its controls come.

    The first rows and the last have theirs at once, the others while the window goes on; one to which the
    Tab key leads has them before the keyboard gets there.
    """

    def __init__(self, make: Callable[[str], Row], parent: QWidget | None = None) -> None:
        """Take what makes a row of a key; its controls are children of this widget."""
        super().__init__(parent)
        self._make = make
        self._shares: tuple[int, ...] = (1,)
        self._titles: dict[str, str] = {}
        self._made: dict[str, list[QWidget | None]] = {}
        self._fillers: dict[str, Callable[[], None]] = {}
        self._heights: dict[int, list[int]] = {}  # by width
        self._needs: dict[str, list[Need]] = {}  # of the widgets of each row
        self._lines: dict[tuple[str, str | None, int], int] = {}  # heights of words: by words, role, width
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._make_some)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_columns(self, shares: tuple[int, ...]) -> None:
        """Divide the width among the title and the controls; all rows are made anew."""
        self._shares = shares
        self._clear()

    def set_rows(self, titles: Mapping[str, str]) -> None:
        """Show rows, each a key with its title, and in them what is kept now."""
        before, self._titles = self._titles, dict(titles)
        if list(titles) != list(before):
            self._clear()
        for key, fill in self._fillers.items():
            if isinstance(label := self._made[key][0], QLabel):
                label.setText(titles[key])
            fill()
        if not self._made:
            for key in dict.fromkeys((*self._unmade()[:AT_FIRST], *self._unmade()[-1:])):
                self._make_row(key)
            self._soon.start(FIRST_AFTER_MS)
        elif before == self._titles:
            return  # a control that wants another height asks for it
        self._fit()

    def _clear(self) -> None:
        if (focused := self.focusWidget()) is not None and focused.hasFocus():
            self.setFocus()  # the next Tab leads to the first of the new rows
        for widget in chain.from_iterable(self._made.values()):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._made, self._fillers = {}, {}

    # The rows.

    def _unmade(self) -> list[str]:
        return [key for key in self._titles if key not in self._made]

    def _make_some(self) -> None:
        self._soon.setInterval(NEXT_AFTER_MS)
        for key in self._unmade()[:AT_ONCE]:
            self._make_row(key)
        if not self._unmade():
            self._soon.stop()

    def _make_row(self, key: str) -> None:
        label = QLabel(self._titles[key], self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        controls, fill = self._make(key)
        fill()
        self._made[key], self._fillers[key] = [label, *controls], fill
        self._join(key)
        for widget in filter(None, self._made[key]):
            widget.show()

    def _join(self, key: str) -> None:
        """Let the Tab key come to a row from the row before; to the first from what is before all rows."""
        above = [*takewhile(lambda name: name != key, self._titles)]
        made = (_stops(self._made.get(name, ())) for name in reversed(above))
        before = next((stops[-1] for stops in made if stops), self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for the moment: others have no place in the order
        for first, second in pairwise([before, *_stops(self._made[key])]):
            QWidget.setTabOrder(first, second)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        """Make the rows beside the one that has the keyboard, if they are not there yet."""
        keys, focused, unmade = list(self._titles), self.focusWidget(), set(self._unmade())
        for at, key in enumerate(keys if unmade else ()):
            if any(one.isAncestorOf(focused) for one in filter(None, self._made.get(key, ()))):
                for beside in unmade & set(keys[max(0, at - 1) : at + 2]):
                    self._make_row(beside)
        return super().focusNextPrevChild(next)

    # Their places.

    def _columns(self, width: int) -> list[tuple[int, int]]:
        """Give (left, width) of each column; where titles stand above, all others share the width."""
        if self._stacked(width):
            share = (width - GAP * (len(self._shares) - 2)) // (len(self._shares) - 1)
            return [(0, width), *((at * (share + GAP), share) for at in range(len(self._shares) - 1))]
        room = width - GAP * (len(self._shares) - 1)
        widths = [room * share // sum(self._shares) for share in self._shares]
        return list(zip(accumulate((one + GAP for one in widths), initial=0), widths, strict=False))

    def _stacked(self, width: int) -> bool:
        return len(self._shares) > 1 and width < BESIDE_LETTERS * self.fontMetrics().averageCharWidth()

    def _heights_at(self, width: int) -> list[int]:
        """Give the height of each row; one that is not made yet will be as high as the others."""
        if width not in self._heights:
            self.ensurePolished()
            columns = self._columns(width)
            made = {key: self._heights_of(key, columns) for key in self._made}
            joined = sum if self._stacked(width) else max
            usual = max((max(heights[1:], default=0) for heights in made.values()), default=0)
            self._heights[width] = [
                joined((made[key][0], max(made[key][1:], default=0)))
                if key in made
                else joined((self._height_to_come(title, columns[0][1]), usual))
                for key, title in self._titles.items()
            ]
        return self._heights[width]

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        heights = self._heights_at(width)
        return sum(heights) + BETWEEN * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """Ask for the height that the width needs."""
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Ask for some letters' width."""
        return QSize(LEAST_LETTERS * self.fontMetrics().averageCharWidth(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Measure anew when a control wants another height, or the text another size."""
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines = {}
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._fit()
        return done

    def _fit(self) -> None:
        self._needs = {}
        told, self._heights = self._heights, {}  # others may go on with any height that they were told
        widths = [*told][-WIDTHS_KEPT:]
        if not widths or any(self._heights_at(width) != told[width] for width in widths):
            self.updateGeometry()
        self._place()

    def _place(self) -> None:
        columns, top = self._columns(self.width()), 0
        stacked = self._stacked(self.width())
        for key, height in zip(self._titles, self._heights_at(self.width()), strict=True):
            widgets = self._made.get(key, [])
            heights = self._heights_of(key, columns) if widgets else []
            for at, (widget, own, (left, width)) in enumerate(zip(widgets, heights, columns, strict=False)):
                if widget is not None and stacked:
                    widget.setGeometry(left, top + (heights[0] if at else 0), width, own)
                elif widget is not None:  # words stand in the middle of the line of the controls
                    line = max(own, *heights[1:]) if isinstance(widget, QLabel) else own
                    widget.setGeometry(left, top, width, line)
            top += height + BETWEEN

    def _heights_of(self, key: str, columns: Sequence[tuple[int, int]]) -> list[int]:
        """Give what each widget of a row needs in its column."""
        if key not in self._needs:
            self._needs[key] = [0 if one is None else self._need(one) for one in self._made[key]]
        return [
            need if isinstance(need, int) else need(width)
            for need, (_, width) in zip(self._needs[key], columns, strict=False)
        ]

    def _need(self, one: QWidget) -> Need:
        """Ask a widget once, until something changes, for there may be hundreds and several widths."""
        if isinstance(one, QLabel):
            words, role, measure = one.text(), one.property("role"), one.heightForWidth
            return partial(self._lines_of, words, role, measure) if words else 0
        return one.heightForWidth if one.hasHeightForWidth() else one.sizeHint().height()

    def _height_to_come(self, title: str, width: int) -> int:
        """Give what a title will need whose row is not made yet."""
        return self._lines_of(title, TO_COME, lambda room: self._wrapped(title, room), width)

    def _wrapped(self, words: str, width: int) -> int:
        room, wrap = QRect(0, 0, width, NO_LIMIT), Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wrap, words).height()

    def _lines_of(self, words: str, role: str | None, measure: Callable[[int], int], width: int) -> int:
        """Give the height of words in a width, measured once."""
        key = (words, role, width)
        if key not in self._lines:
            if len(self._lines) >= LINES_KEPT:
                self._lines.clear()
            self._lines[key] = measure(width)
        return self._lines[key]


def _stops(row: Sequence[QWidget | None]) -> list[QWidget]:
    """Give where the Tab key stops in a row."""
    stops = [one.focusProxy() or one for one in row if one is not None]
    return [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
