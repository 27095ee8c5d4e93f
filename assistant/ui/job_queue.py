"""Jobs that wait for the worker, and which of them is next."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answers import Answer
from assistant.errors import AssistantError
from assistant.jobs import Job


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job, and who hears what came of it; `patience` in milliseconds."""

    number: int
    job: "Job"
    key: str
    done: "Callable[[Answer], None]"
    failed: Callable[[AssistantError], None]
    patience: int
    first: bool


class JobQueue:
    """Jobs in the order they will be done: those that are `first` before the others."""

    def __init__(self) -> None:
        """Begin with none."""
        self._waiting: deque[Waiting] = deque()

    def __bool__(self) -> bool:
        """Tell whether any job waits."""
        return bool(self._waiting)

    def put(self, one: Waiting) -> None:
        """Add a job, in the place of one of the same key."""
        if one.key:
            self.forget(one.key)
        self._waiting.insert(self._firsts() if one.first else len(self._waiting), one)

    def put_back(self, one: Waiting) -> None:
        """Add a job that was broken off: behind those that are first, before all others."""
        self._waiting.insert(self._firsts(), one)

    def forget(self, key: str) -> None:
        """Drop the jobs of a key."""
        self._waiting = deque(other for other in self._waiting if other.key != key)

    def holds(self, key: str) -> bool:
        """Tell whether a job of a key waits."""
        return bool(key) and any(other.key == key for other in self._waiting)

    def take(self) -> Waiting:
        """Take out the next job."""
        return self._waiting.popleft()

    def take_all(self) -> tuple[Waiting, ...]:
        """Take out every job."""
        waiting, self._waiting = tuple(self._waiting), deque()
        return waiting

    def _firsts(self) -> int:
        return sum(other.first for other in self._waiting)
