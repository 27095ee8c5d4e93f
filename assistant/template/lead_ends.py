"""Where the heading ends that a paragraph begins with: at a stop, before points, where blanks set it off."""

import re

from assistant.template.numbers import BLANKS, trimmed
from assistant.text.numbering import points
from assistant.text.sentences import first_end

_CLOSERS = "”’」』）)》】"
COLON_LEAD = 25
"""Code points up to which a heading may end at a colon with points behind it (`存在问题：一是…`)."""
LONG_LEAD = 40
"""Code points above which a first sentence is no heading, but what is before a colon in it may be one."""
_HALF_STOP = re.compile("(?<=[\u4e00-\u9fff”])[.．](?=[\u4e00-\u9fff])")
"""A full stop typed half width between two characters: 抓班子带队伍.全年开会12次."""
_GAP = re.compile("(?P<lead>[^\\s，。；：:！？,;]{3,24})(?:[\u3000\t]+| {2,})(?=[^\\s]{2}[^\n]{16,}[。；])")
"""A short phrase that blanks set off from the sentences behind it: （一）以学铸魂　全年开展集中学习18次。"""


def lead_end(text: str, start: int) -> tuple[int, bool]:
    """Return where the heading ends and whether body text follows it in the same paragraph."""
    stop = first_end(text, start)
    typed = _HALF_STOP.search(text, start, start + LONG_LEAD)
    if typed is not None and (stop is None or typed.start() < stop):
        stop = typed.start()
    end = len(text) if stop is None else stop
    first_point = next((point for point in points(text[start : end + 3])), None)
    if first_point is not None and 0 < first_point.start <= COLON_LEAD:
        before = text[start : start + first_point.start]
        if before.rstrip(BLANKS)[-1:] in {"：", ":"} or before[-1] in BLANKS:
            return trimmed(text, start, start + len(before.rstrip("：:，," + BLANKS)))[1], True
    gap = _GAP.match(text, start)
    if gap is not None and (stop is None or gap.end("lead") < stop):
        return gap.end("lead"), True
    if stop is None:
        last = trimmed(text, start, end)[1]
        return start + len(
            text[start:last].rstrip("：:．.；;" + BLANKS + ("】" if "【" not in text[start:last] else ""))
        ), False
    rest = text[stop + 1 :].strip(BLANKS + _CLOSERS)
    return trimmed(text, start, stop)[1], bool(rest)
