"""How much each source of the completer says, by the length of the context before the caret.

Fitted to the next character of real reports, each typed with the others learned; fits to either half of them agree, and
they hold for official texts of another kind. The paragraph's own words come back soonest, but it takes a longer context
for them to go on as they did; fixed expressions say most where three characters of one stand already.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trust:
    """What one count of a source weighs behind contexts of 1, 2, 3… characters, and what each kind leaves open.

    `kinds` are Witten-Bell's mass for what was never seen: the more different characters have followed a context, the
    more likely yet another one follows.
    """

    counts: tuple[float, ...]
    kinds: tuple[float, ...]


REPORTS = Trust((1.0, 1.0, 1.0, 1.0, 1.0), (1.7, 1.9, 7.0, 7.6, 5.8))
DOCUMENT = Trust((2.5, 0.95, 1.05, 1.4, 1.6), (1.1, 1.4, 5.2, 7.8, 6.9))
PARAGRAPH = Trust((11.0, 2.2, 1.8, 2.0, 2.2), (4.9, 3.4, 6.7, 11.0, 8.3))
LIBRARY = Trust((0.04, 0.15, 0.12, 0.3, 0.25), (0.1, 0.6, 0.9, 1.2, 0.85))
EXPRESSIONS = Trust((0.25, 0.7, 1.3, 0.85, 1.2), (0.16, 0.42, 1.2, 2.0, 1.3))
UNSEEN = (0.33, 0.27, 0.55, 0.86, 0.59)
"""What is left open whatever has followed."""
