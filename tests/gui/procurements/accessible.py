"""Walking what a screen reader is given of a screen, and the way of the Tab key through it."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QScrollArea, QWidget

ROLES = QAccessible.Role
# A text that can be gone through, such as a preview, is static text to Qt, and so is what can be copied.
NO_CONTROL = {ROLES.NoRole, ROLES.Client, ROLES.Pane, ROLES.Window, ROLES.Dialog}
MOST_STOPS = 400


def interfaces(root: QWidget) -> Iterator[tuple[QAccessibleInterface, QWidget, tuple[str, ...]]]:
    """Give every visible control of the accessible tree that takes the keyboard, and what it stands in."""
    yield from _below(QAccessible.queryAccessibleInterface(root), ())


def _below(
    told: QAccessibleInterface, within: tuple[str, ...]
) -> Iterator[tuple[QAccessibleInterface, QWidget, tuple[str, ...]]]:
    for number in range(told.childCount()):
        child = told.child(number)
        widget = child.object() if child is not None else None
        if child is None or not isinstance(widget, QWidget) or not widget.isVisible() or widget.isWindow():
            continue
        if isinstance(widget.parent(), QAbstractSpinBox):
            continue  # the box itself stands for its field
        if (
            child.state().focusable
            and not _only_copied(widget)
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            yield child, widget, within
        name = child.text(QAccessible.Text.Name)
        yield from _below(child, (*within, name) if name else within)


def _only_copied(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def nameless(root: QWidget) -> list[str]:
    """List controls without a name, or without a role that says what they are."""
    found = list(interfaces(root))
    assert found
    return [
        f"{widget} in {widget.parent()}: {told.role()}, {told.text(QAccessible.Text.Name)!r}"
        for told, widget, _ in found
        if not told.text(QAccessible.Text.Name).strip()
        or (
            told.role() in NO_CONTROL and not isinstance(widget, QScrollArea)
        )  # one with text alone is scrolled
    ]


def alike(root: QWidget) -> set[str]:
    """Give the names that controls share, where neither a description nor what they stand in differs."""
    told = Counter(
        (one.role(), one.text(QAccessible.Text.Name), one.text(QAccessible.Text.Description), within)
        for one, _, within in interfaces(root)
    )
    return {name for (_, name, _, _), number in told.items() if number > 1}


def not_reached(root: QWidget) -> list[str]:
    """Press Tab until it comes round; list the controls that it never came to."""
    wanted = {widget for _, widget, _ in interfaces(root) if _wants_tab(widget)}
    start = next(iter(sorted(wanted, key=lambda one: (one.mapTo(root, one.rect().topLeft()).y(), id(one)))))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached: set[QWidget] = set()
    for _ in range(MOST_STOPS):
        focused = QApplication.focusWidget()
        assert focused is not None, f"the keyboard is nowhere after {len(reached)} controls"
        if focused is start and len(reached) > 1 and wanted <= reached:
            return []
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return [f"{one} {one.accessibleName()!r} in {one.parent()}" for one in wanted - reached] or [
        "no way round"
    ]


def _wants_tab(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and (group := widget.group()) is not None and group.exclusive():
        shown = [one for one in group.buttons() if one.isVisible()]
        return widget is (group.checkedButton() or shown[0])  # arrows move within a group
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
