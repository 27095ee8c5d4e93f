"""What the document being written has taught so far: counts that grow and shrink with every paragraph."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.phrases.corpus import EDGE, MOST, NONE, Followers
from assistant.phrases.privacy import anonymous


@dataclass(slots=True)
class Recent:
    """Counts of what follows every context of 1 to `longest` characters.

    Most contexts have been seen once: for them the character itself stands, which takes a third of the memory.
    """

    longest: int
    _counts: dict[str, str | dict[str, int]] = field(default_factory=dict)

    def learn(self, text: str, before: str = "") -> None:
        """Count a text; `before` are the characters in front of it, which are not counted again."""
        for context, character in self._places(text, before):
            counts = self._counts.get(context)
            if counts is None:
                self._counts[context] = sys.intern(character)
                continue
            if isinstance(counts, str):
                counts = self._counts[context] = {counts: 1}
            counts[character] = counts.get(character, 0) + 1

    def forget(self, text: str, before: str = "") -> None:
        """Take back what `learn` counted for the same arguments; what was never counted stays as it is."""
        for context, character in self._places(text, before):
            counts = self._counts.get(context, "")
            if isinstance(counts, str):
                if counts == character:
                    del self._counts[context]
            elif counts.get(character, 0) > 1:
                counts[character] -= 1
            elif counts.pop(character, None) and not counts:
                del self._counts[context]

    def clear(self) -> None:
        """Forget everything."""
        self._counts.clear()

    def followers(self, context: str) -> Followers:
        """Return what has followed a context."""
        counts = self._counts.get(context)
        if not counts:
            return NONE
        if isinstance(counts, str):
            return Followers(1, 1, ((counts, 1),))
        items = counts.items()
        if len(counts) > MOST:
            items = dict(sorted(items, key=lambda item: -item[1])[:MOST]).items()
        return Followers(sum(counts.values()), len(counts), tuple(items))

    def _places(self, text: str, before: str) -> Iterator[tuple[str, str]]:
        known = anonymous(before)
        whole = known + anonymous(text)
        for i in range(max(1, len(known)), len(whole)):
            if whole[i - 1] == EDGE == whole[i]:
                continue
            for length in range(1, min(self.longest, i) + 1):
                yield whole[i - length : i], whole[i]
