"""What a report names by a head: 鹿鸣桥站, “松涛”先锋队, 钳工实训中心. Where it stands, and what stands before it."""

import re
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = "“”‘’"
_HAN = re.compile("[一-鿿A-Za-z0-9]+$")
_LEFT = 8
"""Characters before a head that may belong to a name."""
_MADE = re.compile(
    "(?:成立|组建|建成|新建|建设|设立|创建|打造|推出|开设|开通|启动|命名|探索|推行|创新|实施|开展|开办|建立|建好|建强|新增|另有?|还有?|再|形成|创办|谋划|制定"
    "|筹建|建起|办起|擦亮|叫响|培育|举办|评选|选树|争创|新)[^，。；：]{0,14}$"
)
"""Before a name they tell that it is told for the first time."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A head with what stands before it without quotation marks: where both begin and end in the paragraph."""

    left: str
    head: str
    starts: tuple[int, ...]
    """Where each character of `left` stands."""
    at: int
    end: int
    made: bool
    """Whether what goes before says that it is new."""
    quoted: bool

    def start(self, size: int) -> int:
        """Return where a name begins of which so many characters stand before the head."""
        return self.starts[-size] if size else self.at


@lru_cache(maxsize=32)
def heads_of(rows: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the heads in the rows, the longest first."""
    heads = sorted({head for row in rows for head in row.split()}, key=lambda head: (-len(head), head))
    return re.compile(f"(?P<head>{'|'.join(heads)})(?![员伍长友们位署门点委界票型址])")


@lru_cache(maxsize=1024)
def things_in(text: str, heads: re.Pattern[str]) -> tuple[Thing, ...]:
    """Return the named things of a paragraph in reading order; 巡诊队 is a head by itself, and so is its 队."""
    places = [i for i, character in enumerate(text) if character not in _QUOTES]
    plain = "".join(text[i] for i in places)
    return tuple(
        _thing(text, plain, places, start, one.end())
        for one in heads.finditer(plain)
        for start in range(one.start(), one.end())
        if _han_before(plain, start) and (start == one.start() or heads.fullmatch(plain, start, one.end()))
    )


def _han_before(plain: str, start: int) -> int:
    """Return how many characters before a place may belong to a name, 0 where they are too few."""
    run = _HAN.search(plain, max(0, start - _LEFT), start)
    return len(run.group()) if run and len(run.group()) > 1 else 0


def _thing(text: str, plain: str, places: list[int], start: int, stop: int) -> Thing:
    begin = start - _han_before(plain, start)
    end = places[stop - 1] + 1
    return Thing(
        plain[begin:start],
        plain[start:stop],
        tuple(places[begin:start]),
        places[start],
        end,
        made=_MADE.search(plain, max(0, begin - _LEFT), start) is not None,
        quoted=any(mark in text[places[begin] : end + 1] for mark in _QUOTES),
    )
