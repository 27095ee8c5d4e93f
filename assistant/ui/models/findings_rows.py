"""From findings to the rows of the list: by level, then class; a rule that fires often is one row."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from assistant.checks.rule import CLASSES, Finding, Fix, Level
from assistant.ui.models.role_titles import ROLE_TITLES

OFTEN = 5
"""A rule that fires more often than this is one row (issue: calm at first sight)."""

SHORT, AROUND = 3, 5
"""Words of up to `SHORT` characters are shown with `AROUND` characters of the text on either side: they look alike."""


_WORD = 16
"""Characters of a word or name; what is longer is a sentence."""

_IS_LETTER = re.compile(r"[\w·“”（）、]").fullmatch
_GAP = re.compile(r"[ \u3000]{3,}")


class RowKind(Enum):
    """What a row of the findings list stands for."""

    LEVEL = "level"
    CATEGORY = "category"
    OFTEN = "often"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row; `findings` are all those it stands for, one for a row of its own.

    `before` and `after` are the characters around short words, so that ten commas can be told apart; a `brief` row
    stands below one that has told the reason already.
    """

    key: str
    kind: RowKind
    level: Level
    category: str
    findings: tuple[Finding, ...]
    children: tuple["FindingRow", ...] = ()
    before: str = ""
    after: str = ""
    brief: bool = False

    @property
    def first(self) -> Finding:
        """Return the finding of the row, or the first of many."""
        return self.findings[0]


def finding_rows(findings: Iterable[Finding], texts: Mapping[str, str] | None = None) -> tuple[FindingRow, ...]:
    """Group findings by level (必错 first) and class; inside a class they keep their order.

    `texts` are the texts of the blocks by id; without them short words stand alone.
    """
    findings = tuple(findings)
    keys = _keys(findings)
    often = {rule for rule, times in Counter((f.rule, f.level) for f in findings).items() if times > OFTEN}
    rows = []
    for level in sorted(Level, reverse=True):
        chosen = [i for i, finding in enumerate(findings) if finding.level == level]
        groups = []
        for category in sorted({findings[i].category for i in chosen}, key=_rank):
            members = [i for i in chosen if findings[i].category == category]
            children = _members([_single(findings[i], keys[i], texts or {}) for i in members], often)
            everyone = tuple(findings[i] for i in members)
            groups.append(FindingRow(f"{level}/{category}", RowKind.CATEGORY, level, category, everyone, children))
        if chosen:
            everyone = tuple(findings[i] for i in chosen)
            rows.append(FindingRow(f"{level}", RowKind.LEVEL, level, "", everyone, tuple(groups)))
    return tuple(rows)


def readable(rows: Iterable[FindingRow]) -> tuple[FindingRow, ...]:
    """Return the rows that are read one after the other, from top to bottom: findings, not headings."""
    found: list[FindingRow] = []
    for row in rows:
        if row.kind in (RowKind.FINDING, RowKind.OFTEN):
            found.append(row)
        found.extend(readable(row.children))
    return tuple(found)


def key_of(finding: Finding, findings: Iterable[Finding]) -> str:
    """Return the key of the row a finding has among `findings`, empty if it is not one of them."""
    findings = tuple(findings)
    return next((key for key, one in zip(_keys(findings), findings, strict=True) if one == finding), "")


def safe_fixes(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Return the first fix of every 必错 finding: the only ones that may be taken all at once."""
    return tuple(finding.fixes[0] for finding in findings if finding.level == Level.ERROR and finding.fixes)


def words(finding: Finding) -> str:
    """Return the words in question as they can be seen: a missing section, white space by name, on one line."""
    if finding.span is not None:
        return visible(finding.text)
    which = f"第 {finding.report + 1} 篇" if finding.report else ""  # the first one of a text is mostly the only one
    missing = finding.role is not None and f"缺少“{ROLE_TITLES.get(finding.role, finding.role)}”"
    return which + (missing or visible(finding.text))


def visible(text: str) -> str:
    """Return a text on one line, white space that stands alone by its name."""
    if text and not text.strip():
        return f"空白 {len(text)} 处" if len(text) > 1 else "空白"
    return _GAP.sub("  ", text.replace("\n", "↵").replace("\t", " ").replace("\ufffc", "□"))


def shortened(text: str, most: int = 60) -> str:
    """Return a text with its middle left out where it has more than `most` characters."""
    return text if len(text) <= most else f"{text[: most - 12]}…{text[-11:]}"


def is_word(finding: Finding) -> bool:
    """Tell whether what a finding is about can be kept as a word that is never flagged."""
    text = finding.text
    return finding.span is not None and 2 <= len(text) <= _WORD and all(_IS_LETTER(character) for character in text)


def replacement(finding: Finding) -> str | None:
    """Return what the safest fix makes of the words, None where there is no fix of the text itself."""
    if not finding.fixes or finding.fixes[0].replacement is None:
        return None
    return visible(finding.fixes[0].replacement) or "删去"


def _rank(category: str) -> int:
    return CLASSES.index(category) if category in CLASSES else len(CLASSES)


def _keys(findings: Sequence[Finding]) -> list[str]:
    """Name findings so that typing elsewhere in the paragraph does not rename them: by rule, paragraph and words."""
    seen: Counter[str] = Counter()
    keys = []
    for finding in findings:
        place = finding.span.block if finding.span else f"{finding.report}/{finding.role}"
        stem = f"{finding.rule}|{place}|{finding.text}"
        keys.append(f"{stem}|{seen[stem]}")
        seen[stem] += 1
    return keys


def _single(finding: Finding, key: str, texts: Mapping[str, str]) -> FindingRow:
    span, before, after = finding.span, "", ""
    if span is not None and 0 < len(finding.text) <= SHORT:
        text = texts.get(span.block, "")
        if text[span.start : span.end] == finding.text:  # a text that has moved on says nothing about this place
            before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
    row = FindingRow(key, RowKind.FINDING, finding.level, finding.category, (finding,))
    return replace(row, before=visible(before.lstrip()), after=visible(after.rstrip()))


def _members(singles: Sequence[FindingRow], often: set[tuple[str, Level]]) -> tuple[FindingRow, ...]:
    rows: dict[str, FindingRow] = {}
    for row in singles:
        if (row.first.rule, row.level) not in often:
            rows[row.key] = row
            continue
        key = f"{row.level}/{row.first.rule}"
        if key not in rows:
            below = tuple(replace(other, brief=True) for other in singles if other.first.rule == row.first.rule)
            together = tuple(other.first for other in below)
            rows[key] = FindingRow(key, RowKind.OFTEN, row.level, row.category, together, below)
    return tuple(rows.values())
