"""From revisions and comments to the rows of the list: 修订 in the order of the text, 批注 with their replies."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from assistant.formats.revision import PARAGRAPH_MARK, Comment, Revision
from assistant.text.characters import TOKEN
from assistant.ui.models.findings_rows import visible

KIND_WORDS = {
    "insert": "插入",
    "delete": "删除",
    "move_from": "移走",
    "move_to": "移来",
    "format": "格式",
    "paragraph": "段落",
    "table": "表格",
}
"""What each kind of revision is called; both ends of a move are told apart."""

_SILENT = {"format": "文字的格式", "paragraph": "段落的格式", "table": "表格的行或单元格"}
_NO_WORDS = "（没有文字）"
_OTHER_THAN_WORDS = "（图片、域等文字以外的内容）"
NOBODY = "未署名"


class RowKind(Enum):
    """What a row of the list stands for."""

    GROUP = "group"
    REVISION = "revision"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row: a group with its `title`, a revision or a comment.

    `words` is what is changed or said, on one line; `when` the moment as short as can be understood in this list.
    Comments: `ordinal` is the number of the conversation, shown in the text too, `reply` tells answers from what they
    answer, `together` holds the numbers that go when this one is deleted, `root` the comment an answer belongs to.
    """

    key: str
    kind: RowKind
    title: str = ""
    words: str = ""
    when: str = ""
    revision: Revision | None = None
    comment: Comment | None = None
    ordinal: int = 0
    reply: bool = False
    done: bool = False
    root: int = 0
    together: frozenset[int] = frozenset()
    children: tuple["ChangeRow", ...] = ()

    @property
    def author(self) -> str:
        """Return who made the change, never empty."""
        made = self.revision or self.comment
        return (made.author.strip() if made else "") or NOBODY

    @property
    def moment(self) -> str:
        """Return when the change was made, with the year; empty where the file does not say."""
        made = self.revision or self.comment
        return spoken_date(made.date) if made else ""

    @property
    def paragraph(self) -> int:
        """Return the paragraph the change stands in, -1 for a comment that the text does not mention."""
        made = self.revision or self.comment
        return made.paragraph if made else -1


def change_rows(revisions: Iterable[Revision], comments: Iterable[Comment]) -> tuple[ChangeRow, ...]:
    """Group what was changed and what was said; a group without members is left out."""
    revisions, comments = tuple(revisions), tuple(comments)
    moments = [parsed for made in (*revisions, *comments) if (parsed := _parsed(made.date))]
    year = max(moments).year if moments else None
    groups = (
        ChangeRow("revisions", RowKind.GROUP, "修订", children=_revisions(revisions, year)),
        ChangeRow("comments", RowKind.GROUP, "批注", children=_comments(comments, year)),
    )
    return tuple(group for group in groups if group.children)


def readable(rows: Iterable[ChangeRow]) -> tuple[ChangeRow, ...]:
    """Return the rows that are read one after the other, without the headings."""
    return tuple(child for row in rows for child in row.children)


def roots(comments: Sequence[Comment]) -> dict[int, int]:
    """Return the first comment of the conversation each comment belongs to, by number.

    An answer to what is not there begins a conversation of its own, as does a circle of answers.
    """
    parents = {comment.number: comment.parent for comment in comments}
    found = {}
    for comment in comments:
        at, seen = comment.number, {comment.number}
        while (above := parents[at]) in parents and above is not None and above not in seen:
            at = above
            seen.add(at)
        found[comment.number] = comment.number if parents[at] in seen else at
    return found


def conversations(comments: Sequence[Comment]) -> dict[int, int]:
    """Return the number people see at each comment, answers included: 1 for the first in the text, and so on."""
    above = roots(comments)
    first = [comment.number for comment in comments if above[comment.number] == comment.number]
    ordinals = {number: ordinal for ordinal, number in enumerate(first, 1)}
    return {number: ordinals[root] for number, root in above.items()}


def spoken_date(date: str, year: int | None = None) -> str:
    """Return a date of a Word file as one says it: 2026年11月18日 15:20, without the year where it is `year`.

    The hour is that of the author's clock: Word writes local time and calls it UTC. Empty for what is no date.
    """
    moment = _parsed(date)
    if moment is None:
        return ""
    day = f"{moment.month}月{moment.day}日"
    day = day if moment.year == year else f"{moment.year}年{day}"
    return f"{day} {moment:%H:%M}" if "T" in date else day


def words_of(revision: Revision) -> str:
    """Return the words in question on one line; what was changed where there are none."""
    if revision.text == PARAGRAPH_MARK:
        return f"段落标记 {PARAGRAPH_MARK}"
    if revision.text and not revision.text.strip(TOKEN):
        return _OTHER_THAN_WORDS
    return visible(revision.text) or revision.label or _SILENT.get(revision.kind, _NO_WORDS)


def _parsed(date: str) -> datetime | None:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=None)
    except ValueError:  # anything may stand there
        return None


def _revisions(revisions: Iterable[Revision], year: int | None) -> tuple[ChangeRow, ...]:
    """Name revisions by what they are: settling one renumbers the others in the file, but not here."""
    seen: Counter[str] = Counter()
    rows = []
    for one in revisions:
        stem = f"{one.kind}|{one.author}|{one.date}|{one.text}"
        when = spoken_date(one.date, year)
        rows.append(ChangeRow(f"{stem}|{seen[stem]}", RowKind.REVISION, words=words_of(one), when=when, revision=one))
        seen[stem] += 1
    return tuple(rows)


def _comments(comments: Sequence[Comment], year: int | None) -> tuple[ChangeRow, ...]:
    above, ordinals = roots(comments), conversations(comments)
    together: dict[int, set[int]] = {}
    for number, root in above.items():
        together.setdefault(root, set()).add(number)
    done = {one.number for one in comments if one.done}
    seen: Counter[str] = Counter()
    rows = []
    for one in sorted(comments, key=lambda c: (ordinals[c.number], above[c.number] != c.number)):
        root, stem = above[one.number], f"{one.author}|{one.date}|{one.anchor}|{one.text}"
        row = ChangeRow(
            f"{stem}|{seen[stem]}",
            RowKind.COMMENT,
            words=visible(one.text) or _NO_WORDS,
            when=spoken_date(one.date, year),
            comment=one,
            ordinal=ordinals[one.number],
            reply=root != one.number,
            done=root in done,
            root=root,
            together=frozenset(together.get(one.number, {one.number})),
        )
        rows.append(row)
        seen[stem] += 1
    return tuple(rows)
