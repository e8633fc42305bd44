"""Bringing the keyboard into a part of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QSplitter,
    QWidget,
)


def focus_inside(area: QWidget) -> bool:
    """Put the keyboard on the first control of an area; False if it has none to give."""
    reason = Qt.FocusReason.ShortcutFocusReason
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus or area.focusProxy() is not None:
        area.setFocus(reason)
        return True
    controls = controls_in(area)
    if not controls:
        return False
    found = controls[0]
    if isinstance(found, QAbstractItemView):
        mark_first(found)
    found.setFocus(reason)
    return True


def mark_first(view: QAbstractItemView) -> None:
    """Mark the first entry where none is marked, so that the keyboard starts somewhere."""
    model = view.model()
    if not view.currentIndex().isValid() and model is not None and model.rowCount():
        view.setCurrentIndex(model.index(0, 0))


def has_focus_inside(area: QWidget) -> bool:
    """Say whether the keyboard is in an area."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is area or area.isAncestorOf(focused))


def controls_in(*areas: QWidget) -> list[QWidget]:
    """Give the controls of these areas at which the Tab key stops, in the order in which they are laid out.

    Qt's own chain is not asked: a widget whose focus proxy is its own child drops out of it (seen with
    Qt 6.11), and what is made later comes last in it; either keeps the keyboard from getting everywhere.
    """
    found: list[QWidget] = []
    for area in areas:
        children = [child for child in area.children() if isinstance(child, QWidget)]
        if isinstance(area, QSplitter):  # its children stand in any order
            children.sort(key=area.indexOf)
        for child in children:
            if child.isVisible() and not child.isWindow():
                found += [child] if _takes_tab(child) else []
                found += controls_in(child)
    return found


def _takes_tab(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or not (widget.isVisible() and widget.isEnabled()):
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    stop = _stop_of(group) if group is not None else None
    if stop is not None:
        return widget is stop and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _stop_of(group: QButtonGroup) -> QAbstractButton | None:
    """Give the one button of a group at which Tab stops, for arrows move within it: the marked, or the first.

    Their policies do not tell: Qt takes Tab from all but the one that had the keyboard last.
    """
    seen = [one for one in group.buttons() if one.isVisible() and one.isEnabled()]
    focused = next((one for one in seen if one.hasFocus()), None)
    return focused or group.checkedButton() or next(iter(seen), None)


def next_stop(controls: list[QWidget], *, forward: bool) -> QWidget | None:
    """Give the control after, or before, the one that has the keyboard; None if there is none."""
    if not controls:
        return None
    focused = QApplication.focusWidget()
    if focused not in controls:
        return controls[0 if forward else -1]
    return controls[(controls.index(focused) + (1 if forward else -1)) % len(controls)]
