"""What a proofreading rule, a finding and a fix are."""

from dataclasses import dataclass
from enum import IntEnum

from assistant.document.block import Span
from assistant.document.edit import Edit


class Level(IntEnum):
    """How sure a rule is: 提示 a hint, 疑似 probably wrong, 必错 certainly wrong."""

    HINT = 0
    SUSPECT = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The Chinese name, as users know it."""
        return ("提示", "疑似", "必错")[self]


CLASSES = ("字词", "标点", "数字", "序号", "语法", "专名", "提法", "体例", "残留", "结构")
"""Classes of findings; the names users know from 公文校对, and 结构 for missing sections."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: what the button says, what the text becomes, the edits that do it."""

    label: str
    replacement: str | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule objects to.

    The anchor is `span`, or, where a section is missing, its `role` (then `span` is None). `text` is what the span
    read when it was found, `message` one sentence for the user, `source` the basis. Of the fixes the first is the
    safest; only 必错 findings are fixed without asking.
    """

    rule: str
    category: str
    level: Level
    message: str
    source: str = ""
    span: Span | None = None
    text: str = ""
    role: str | None = None
    fixes: tuple[Fix, ...] = ()
    report: int = 0
