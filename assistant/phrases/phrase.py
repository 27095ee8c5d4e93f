"""What a phrase and a suggestion are."""

from dataclasses import dataclass

BUNDLED, OWN = "内置", "我的素材"
"""Where a phrase comes from, as the user reads it: the bundled library, their own material."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence frame of the library.

    `text` holds blanks such as `【次数】`, never facts, and no heading number. `role` is a section role, `topics` topic
    keys of the domain facts (section 1.4), empty for any. `kinds` are report kinds it fits, empty for all; `not_kinds`
    those it never fits. `fields` are fields of work or kinds of unit (keys of `fields.toml`) whose words the phrase
    speaks, empty for all. `since` and `until` are report years, inclusive. `formula` marks fixed wording that needs
    neither a fact nor a blank (an address, a closing line). `tags` are free words for people who maintain the library.
    `source` says where it comes from: the bundled library, the user's own material, one of their past reports.
    """

    id: str
    text: str
    role: str
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    spoken: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    formula: bool = False
    not_kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    source: str = BUNDLED


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase offered at one moment: its score (higher is better) and in a few Chinese words why it is offered.

    `overlap` counts the characters just before the caret that the phrase repeats from its own beginning: whoever
    inserts the phrase replaces them. `favourite`: the user has starred it; `used`: it stands in the text already.
    """

    phrase: Phrase
    score: float
    reason: str
    source: str = BUNDLED
    overlap: int = 0
    favourite: bool = False
    used: bool = False
