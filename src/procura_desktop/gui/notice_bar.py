"""A message over the foot of the page: something to know that stops no work and moves nothing."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

EDGE = 12  # pixels between the message and the edges of the page
LETTERS = 72  # in a line, where there is room
Kind = Literal["info", "warning"]


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("kind", "info")
        self._area: QWidget | None = None
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._offer = QPushButton()
        self._offer.hide()
        self._offered: Callable[[], object] | None = None
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._kept = ""  # until somebody closes it
        self._mentioned = ""
        self.hide()

        self._offer.clicked.connect(self._take_offer)
        self._close.clicked.connect(self.close_notice)

    # Its place.

    def float_over(self, area: QWidget) -> None:
        """Lie over the foot of an area, at its right: what is in the area stays where it is."""
        self._area = area
        self.setParent(area.parentWidget())
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Measure anew when the words or the size of the letters are others."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._place()
        return done

    def _place(self) -> None:
        if self._area is None or self.isHidden():
            return
        room = self._area.geometry().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        buttons = sum(one.sizeHint().width() for one in (self._offer, self._close) if not one.isHidden())
        wanted = LETTERS * self.fontMetrics().averageCharWidth() + buttons
        width = min(room.width(), max(wanted, self.minimumSizeHint().width()))
        height = self.heightForWidth(width)
        if height > room.height() // 3:
            width = room.width()
            height = min(room.height(), self.heightForWidth(width))
        self.setGeometry(QRect(room.right() - width + 1, room.bottom() - height + 1, width, height))
        self.raise_()

    # What it says.

    def tell(self, text: str) -> None:
        """Show a text, below one that is still shown, and let a screen reader say it; an offer gives way."""
        self._keep(text, "info")

    def warn(self, text: str) -> None:
        """Tell what is wrong, or may not be done."""
        self._keep(text, "warning")

    def mention(self, text: str) -> None:
        """Show a text that is of no more interest once another follows, or the person has gone elsewhere."""
        self._begin_anew_where_read()
        self._mentioned = text
        self._show()

    def offer(self, text: str, words: str, run: Callable[[], object]) -> None:
        """Show a text with a button beside "Close": one offer at a time, and it can be taken once."""
        self.tell(text)
        self._offer.setText(words)
        self._offered = run
        self._offer.show()
        self._place()

    def pass_by(self) -> None:
        """Take away what was only mentioned."""
        self._mentioned = ""
        self._text.setText(self._kept)
        self.setVisible(bool(self._kept) and not self.isHidden())

    def close_notice(self) -> None:
        """Take away what is shown: somebody has read it."""
        self.hide()
        self._begin_anew_where_read()

    def _keep(self, text: str, kind: Kind) -> None:
        self._begin_anew_where_read()
        self._mentioned = ""
        self._set_kind("warning" if self._kept and self.kind == "warning" else kind)
        self._kept = "\n\n".join(filter(None, (self._kept, text)))
        self._show()

    def _begin_anew_where_read(self) -> None:
        """Forget what was closed, and an offer that was not taken."""
        if self.isHidden() or self._offered is not None:
            self._kept = self._mentioned = ""
            self._set_kind("info")
        self._offered = None
        self._offer.hide()

    def _show(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self._text.setText("\n\n".join(filter(None, (self._kept, self._mentioned))))
        self.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def _set_kind(self, kind: Kind) -> None:
        if kind != self.kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def _take_offer(self) -> None:
        run = self._offered
        self.close_notice()
        if run is not None:
            run()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    @property
    def kind(self) -> Kind:
        """Whether it informs or warns; each has its colours."""
        return "warning" if self.property("kind") == "warning" else "info"
