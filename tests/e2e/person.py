"""Somebody at the keyboard, who looks at the window before the next key."""

import json
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.window import Screen, until

MOST_STOPS = 80
PATIENCE = 3.0  # seconds in which a key has moved the keyboard, on a busy computer too


@dataclass(frozen=True)
class Person:
    """Presses keys on a screen and reads the window through `tests/e2e/eyes.py`."""

    screen: Screen
    eyes: Path

    def look(self) -> dict[str, Any]:
        """Give what is in sight; {} while nobody answers yet."""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(20)
                line.connect(str(self.eyes))
                line.sendall(b"look\n")
                return dict(json.loads(line.makefile(encoding="utf-8").readline() or "{}"))
        except (ConnectionError, FileNotFoundError):
            return {}

    def texts(self) -> str:
        """Give all texts in sight, a line each."""
        return "\n".join(self.look().get("texts", ()))

    def wait_for(self, words: str) -> None:
        """Wait until these words are in sight."""
        until(lambda: words in self.texts(), f"the words {words!r}")

    def wait_for_window(self, title: str) -> None:
        """Wait until a window of this title is in front, and put the keyboard on it."""
        self.screen.wait_for(title)
        until(
            lambda: self.look().get("title", "").startswith(title) and self.look()["at"], f"{title} in front"
        )

    def wait_for_focus(self, name: str) -> None:
        """Wait until the keyboard is on a control of this name."""
        until(lambda: self.look().get("focus") == name, f"the keyboard on {name!r}")

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the keyboard is on a control of this name."""
        passed = []
        for _ in range(MOST_STOPS):
            here = self.look()
            if here["focus"] == name:
                return
            passed.append(here["focus"])
            self.move(key)
        raise AssertionError(f"Tab never came to {name!r}, but to {passed}")

    def move(self, key: str) -> None:
        """Press a key and wait until the keyboard, or the marked row, is elsewhere."""
        before = self._place()
        self.screen.press(key)
        until(lambda: self._place() != before, f"what {key} does at {before}", PATIENCE)

    def _place(self) -> tuple[str, str]:
        here = self.look()
        return here.get("at", ""), here.get("row", "")

    def press_button(self, name: str) -> None:
        """Reach a button and press it."""
        self.tab_to(name)
        self.screen.press("space")

    def down_to(self, words: str) -> None:
        """Go down in a list until the marked row has these words."""
        passed = []
        for _ in range(MOST_STOPS):
            row = self.look()["row"]
            if words in row:
                return
            passed.append(row)
            self.move("Down")
        raise AssertionError(f"no row {words!r} among {passed}")

    def write(self, name: str, text: str) -> None:
        """Reach a field and put a text into it instead of what is there."""
        self.tab_to(name)
        self.screen.press("ctrl+a")
        self.screen.type(text)
        until(lambda: self.look()["value"] == text, f"{text!r} in {name!r}")
