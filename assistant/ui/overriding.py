"""The mark of methods that a base class calls, Qt's or ours: their name, arguments and meaning are said there."""

from collections.abc import Callable
from typing import TypeVar

_Method = TypeVar("_Method", bound=Callable[..., object])


def override(method: _Method) -> _Method:
    """Return the method as it is: `typing.override`, which Python has from 3.12 on; ruff is told that this is it."""
    return method
