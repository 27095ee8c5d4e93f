"""One moment of writing, and which phrases may be offered in it at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.document.outline import ROLES
from assistant.phrases.phrase import BUNDLED, Phrase
from assistant.phrases.sounding import finder

if TYPE_CHECKING:
    from assistant.phrases.index import PhraseIndex

FAVOURITES, OWN_ONLY, SPOKEN = "favourites", "own", "spoken"
"""What the panel can be narrowed to: starred phrases, what is the user's own, short forms for speaking."""

_RELATED = {
    "problems_causes": ("problems", "causes"),
    "problems": ("problems_causes",),
    "causes": ("problems_causes",),
    "problems_next_steps": ("problems", "next_steps"),
    "highlights": ("main_work",),
}


@dataclass(frozen=True, slots=True)
class Aim:
    """A problem that a measure is wanted for: `name` such as 问题（二）, its `text` and the `topics` heard in it."""

    name: str
    text: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One moment of writing.

    `role` is the section under the caret, '' where it is unknown and any will do; `text` what is being typed, from the
    start of the sentence or paragraph to the caret (may be empty); `topics` the keys heard in the section so far;
    `used` texts of the document, by which phrases already taken are recognised. `kind` and `year` are the report's
    (without a year no phrase bound to an end year is offered); each word of `filter` must occur in a phrase or its
    topics' names, as it stands or as pinyin; `only` narrows the offer (`FAVOURITES`, `OWN_ONLY`, `SPOKEN`); `skip`
    leaves out that many. `favourites` and `less` are ids the user has starred or wants to see less. `aims` are the
    problems to be answered by measures, `fields` the fields of work that the report is written in (none: unknown),
    `expected` the topics that a unit of its kind speaks of before others, `topic` the only one that is wanted.
    """

    role: str
    text: str = ""
    topics: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    kind: str | None = None
    year: int | None = None
    filter: str = ""
    skip: int = 0
    only: str = ""
    favourites: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    aims: tuple[Aim, ...] = ()
    fields: frozenset[str] = frozenset()
    expected: tuple[str, ...] = ()
    topic: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether the user is looking for something: then other sections may answer too."""
        return bool(self.filter.strip() or self.only or self.topic)


def near(role: str) -> tuple[str, ...]:
    """Return the roles whose phrases belong in a section, its own first."""
    return (role, *_RELATED.get(role, ())) if role else ROLES


def gate(index: "PhraseIndex", query: Query) -> Callable[[int], bool]:
    """Return what tells whether the phrase at a position may be offered: kind, year, filter, what is wanted only."""
    words = [finder(index, word) for word in query.filter.lower().split()]
    phrases, past = index.phrases, index.vocabulary.past_campaigns(query.year)

    def admits(n: int) -> bool:
        phrase = phrases[n]
        for holds in words:
            if not holds(n):
                return False
        if not fits(phrase, query):
            return False
        # A bundled phrase says itself until when it may be offered; what the user wrote does not.
        return phrase.source == BUNDLED or not any(name in phrase.text for name in past)

    return admits


def fits(phrase: Phrase, query: Query) -> bool:
    """Tell whether a phrase fits kind and year of the report and what the panel is narrowed to."""
    if query.kind is not None and (query.kind in phrase.not_kinds or (phrase.kinds and query.kind not in phrase.kinds)):
        return False
    if (query.only and not _wanted(phrase, query)) or (query.topic and query.topic not in phrase.topics):
        return False
    if query.year is None:
        return phrase.until is None
    return (phrase.since is None or phrase.since <= query.year) and (phrase.until is None or query.year <= phrase.until)


def _wanted(phrase: Phrase, query: Query) -> bool:
    if query.only == FAVOURITES:
        return phrase.id in query.favourites
    return phrase.spoken if query.only == SPOKEN else phrase.source != BUNDLED
