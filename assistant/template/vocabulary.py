"""The words all report kinds share: what headings, salutations, closings and stamps look like. Loaded from TOML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.document.outline import ROLES
from assistant.template.toml import Fields, load
from assistant.text.bullets import SIGNS


@dataclass(frozen=True, slots=True)
class RoleWords:
    """How headings of one role read.

    `aliases` are whole headings; `hint` finds the role in what is left of a longer one without what `ignore` matches.
    `paragraph` finds it in running text: causes behind `究其原因，`, last year's rectification inside the main work.
    `part` finds the sub-heading of that role in a combined section: （二）原因分析 under 存在的问题及原因.
    `whole` matches reduced headings that are as good as an alias. `waived` finds, in what is said before the first
    heading, why the section may be left out: a secretary new in office has nothing to put right. `told` finds the
    sentences that speak of it, whatever the heading above them says; `faint` the pictures by which a heading may mean
    it (照一照镜子), where nothing else in it tells more. `wanting` finds in a point, in the widest sense, what lacks.
    """

    role: str
    aliases: frozenset[str]
    hint: re.Pattern[str] | None
    ignore: re.Pattern[str] | None
    paragraph: re.Pattern[str] | None
    part: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    waived: re.Pattern[str] | None
    told: re.Pattern[str] | None
    faint: re.Pattern[str] | None
    wanting: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Combined:
    """A role that stands for several: `problems_causes` for problems and causes."""

    role: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and patterns by what they recognise; aliases stand `reduced`, all with their role in `known`."""

    roles: tuple[RoleWords, ...]
    known: Mapping[str, str]
    combined: tuple[Combined, ...]
    drop: re.Pattern[str]
    join: re.Pattern[str]
    title: re.Pattern[str]
    title_part: re.Pattern[str]
    title_cut: re.Pattern[str]
    subtitle: re.Pattern[str]
    byline: re.Pattern[str]
    date: re.Pattern[str]
    salutation: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    signature: re.Pattern[str]
    attachment: re.Pattern[str]
    stamp: re.Pattern[str]
    contents: re.Pattern[str]
    lead_tail: re.Pattern[str]
    announces: re.Pattern[str]
    early_title: re.Pattern[str]
    first_title: re.Pattern[str]
    collection: re.Pattern[str]
    reporter: re.Pattern[str]
    names_itself: re.Pattern[str]
    last_year: re.Pattern[str]
    past: re.Pattern[str]
    about: re.Pattern[str]
    first_person: re.Pattern[str]
    narrates: re.Pattern[str]
    talks: re.Pattern[str]
    asks: re.Pattern[str]
    deficits: re.Pattern[str]
    looks_back: re.Pattern[str]
    owns_up: re.Pattern[str]
    refers: re.Pattern[str]
    undertakes: re.Pattern[str]

    def parts(self, role: str) -> tuple[str, ...]:
        """Return the plain roles a role stands for."""
        return next((combined.parts for combined in self.combined if combined.role == role), (role,))

    def tells(self, role: str, text: str) -> bool:
        """Tell whether a text speaks of a role, whatever the heading above it says."""
        return any(w.told is not None and w.told.search(text) is not None for w in self.roles if w.role == role)

    def is_heading(self, text: str) -> bool:
        """Tell whether a text as a whole is a known section heading."""
        reduced = self.reduced(text)
        return any(
            reduced in words.aliases or (words.whole is not None and words.whole.fullmatch(reduced))
            for words in self.roles
        )

    def reduced(self, heading: str) -> str:
        """Return a heading without blanks, marks, years and the words that make no difference (`的`, `主要`).

        A heading that would vanish altogether is only freed of blanks and marks.
        """
        bare = _MARKS.sub("", heading)
        if heading.rstrip().endswith(("：", ":")):
            bare = self.lead_tail.sub("", bare) or bare
        return self.join.sub("及", self.drop.sub("", bare)) or bare


_MARKS = re.compile(
    "[\\s\u00ad\u200b-\u200f\u2060\ufeff，。、；：:,.;!！？?“”\"'‘’（）()《》—…·【】［］\\[\\]\\-" + SIGNS + "]+"
)
_PATTERNS = (
    "title",
    "title_part",
    "title_cut",
    "subtitle",
    "byline",
    "date",
    "salutation",
    "opening",
    "closing",
    "signature",
    "attachment",
    "stamp",
    "contents",
    "lead_tail",
    "announces",
    "early_title",
    "first_title",
    "collection",
    "reporter",
    "names_itself",
    "last_year",
    "past",
    "about",
    "first_person",
    "narrates",
    "talks",
    "asks",
    "deficits",
    "looks_back",
    "owns_up",
    "refers",
    "undertakes",
)


def load_vocabulary(path: Path) -> Vocabulary:
    """Read the shared words; raise ResourceError naming file and key where an entry is wrong."""
    fields = load(path)
    patterns = {key: _required(fields, key) for key in (*_PATTERNS, "drop", "join")}
    plain = Vocabulary(
        roles=(), known={}, combined=tuple(_combined(table) for table in fields.tables("combined")), **patterns
    )
    roles = tuple(_words(table, plain) for table in fields.tables("role"))
    fields.done()
    known = {alias: words.role for words in roles for alias in words.aliases}
    return Vocabulary(roles=roles, known=known, combined=plain.combined, **patterns)


def _required(fields: Fields, key: str) -> re.Pattern[str]:
    pattern = fields.pattern(key)
    if pattern is None:
        raise fields.fail(key, "missing")
    return pattern


def _words(fields: Fields, plain: Vocabulary) -> RoleWords:
    words = RoleWords(
        role=fields.choice("role", ROLES),
        aliases=frozenset(plain.reduced(alias) for alias in fields.texts("aliases")),
        hint=fields.pattern("hint"),
        ignore=fields.pattern("ignore"),
        paragraph=fields.pattern("paragraph"),
        part=fields.pattern("part"),
        whole=fields.pattern("whole"),
        waived=fields.pattern("waived"),
        told=fields.pattern("told"),
        faint=fields.pattern("faint"),
        wanting=fields.pattern("wanting"),
    )
    fields.done()
    return words


def _combined(fields: Fields) -> Combined:
    combined = Combined(fields.choice("role", ROLES), fields.texts("parts", None))
    if unknown := set(combined.parts) - set(ROLES):
        raise fields.fail("parts", f"unknown roles {sorted(unknown)}")
    fields.done()
    return combined
