"""The one way setting up ends early: a sentence for the person at the keyboard."""

from __future__ import annotations

import sys


class Stopped(Exception):
    """Setting up can't go on; the message is one plain Chinese sentence that says what to do."""


def say(line: str) -> None:
    """Print a progress line, even where the terminal can't show Chinese."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """Print the sentence that explains why it stopped."""
    sys.stdout.flush()
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
