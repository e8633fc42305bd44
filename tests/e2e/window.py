"""Hands and eyes for a running program: keys through xdotool, facts from its files and exit codes."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

SECONDS = 30.0
OFFSCREEN = "This plugin does not support "  # what Qt's platform without a screen says of itself
_Found = TypeVar("_Found")


def until(look: Callable[[], _Found], what: str, seconds: float = SECONDS) -> _Found:
    """Look again until there is something.

    Raises:
        AssertionError: there is still nothing.
    """
    deadline = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)  # another process sends no signal
    return found


@dataclass
class Program:
    """Starts the program; `said` collects what it writes to standard error."""

    command: tuple[str, ...]
    environment: dict[str, str]
    said: Path
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [*self.command, *arguments],
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        """Start a window; it is not there yet."""
        with self.said.open("ab") as said:
            started = subprocess.Popen(
                [*self.command, *arguments], env=self.environment | variables, stdout=said, stderr=said
            )
        self._running.append(started)
        return started

    def complaints(self) -> str:
        """Give what the windows wrote, but for what Qt says about having no screen."""
        lines = self.said.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith(OFFSCREEN))

    def end(self) -> None:
        """End what this started and what still runs."""
        for started in self._running:
            started.kill()
            started.wait()


@dataclass(frozen=True)
class Screen:
    """One X display, seen by a person with a keyboard."""

    display: str

    def windows(self, title: str) -> list[str]:
        """Give the visible windows whose title begins so; xdotool itself cannot read every title."""
        shown = self._xdotool("search", "--onlyvisible", "--name", "").split()
        return [window for window in shown if self.title(window).startswith(title)]

    def wait_for(self, title: str) -> str:
        """Wait for a window, put the keyboard on it and give its number."""
        [window, *_] = until(lambda: self.windows(title), f"a window {title!r}")
        self._xdotool("windowfocus", "--sync", window)
        return window

    def title(self, window: str) -> str:
        """Give the title of a window."""
        return self._xdotool("getwindowname", window).strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as "ctrl+k"."""
        self._xdotool("key", "--delay", "50" if len(keys) > 1 else "5", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "20", text)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=SECONDS,
        )
        return done.stdout
