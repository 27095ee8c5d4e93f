"""Titles of Party regulations, laws and plans that are none, but near one: other words, another sort, other years.

All regulations of the centre that reports cite are known, so a title that is built like one of them and isn't one is
told: 《中国共产党高等院校基层组织工作条例》, 《信访条例》, 《乡村全面振兴规划（2023—2027年）》. What stands before the
subject (中国共产党, 关于) may be left out, as it is where a title comes again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_TITLE = re.compile("(?<=《)[^《》\n]{4,45}(?=》)")
_PARTS = re.compile(
    "(?P<front>中国共产党|中华人民共和国|中共中央关于|中共中央、国务院关于|关于)?(?P<stem>.+?)"
    "(?P<paper>工作条例|条例|办法|规定|准则|细则|规则|意见|决定|通知|大纲|纲要|规划|计划|方案|法|论述摘编|重要论述选编|论述选编|学习纲要)"
    "(?P<note>（[^（）]*）)?"
)
_YEARS = re.compile("[0-9０-９]+")
_SAME = str.maketrans("()－-–~～—", "（）——————")
_TRIAL = ("（试行）", "（暂行）")
FAMILIES = ("party", "laws", "topics")
"""Options that say only what is between the beginning and the end that all titles of a family have."""
_FRONTS = ("中国共产党", "中华人民共和国")
_MOST, _LEAST = 5, 2
"""Characters of a word that is another one, at most; of what agrees before and behind it, at least."""
_SHARE = 0.5
"""Of the subject that must agree."""
_LONG = 5
"""Characters of a subject that is nobody's own."""
_VERY_LONG = 12
"""Characters of a subject that must agree where any word may be left out."""
_WORK = "工作"
_CUT = (
    ("统战", "统一战线"),
    ("党建", "党的建设"),
    ("国企", "国有企业"),
    ("高校", "普通高等学校"),
    ("高等学校", "普通高等学校"),
    ("请示汇报", "请示报告"),
    ("党校", "党校（行政学院）"),
    ("理论中心组", "党委（党组）理论学习中心组"),
    ("理论学习中心组", "党委（党组）理论学习中心组"),
    ("中心组", "党委（党组）理论学习中心组"),
    ("党委", "党委（党组）"),
    ("纪委", "纪律检查委员会"),
    ("机关", "党和国家机关"),
    ("农村基层党组织", "农村基层组织"),
    ("国家监察", "监察"),
)
"""Words of titles that are cut short, or written otherwise."""
_LEFT_OUT = (
    "工作",
    "管理",
    "若干",
    "实施",
    "基层",
    "组织",
    "党员",
    "教育",
    "关于",
    "的",
    "十项",
    "突出",
    "干部",
    "建设",
    "党的",
    "和改进",
    "和完善",
    "新时代",
    "进一步",
    "落实",
)
"""Words that are left out of titles."""


@dataclass(frozen=True)
class _Title:
    whole: str
    front: str
    stem: str
    paper: str
    note: str

    @property
    def subject(self) -> str:
        """Return what it is about, and what sort of paper it is."""
        return self.stem + self.paper

    @cached_property
    def characters(self) -> frozenset[str]:
        """Return the characters that say what it is about."""
        return frozenset(self.stem)


@dataclass(frozen=True, eq=False)
class Titles:
    """All titles, read; `known` are others that exist."""

    all: tuple[_Title, ...]
    known: frozenset[str]

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[_Title, ...]]:
        """Return the titles by what they are about."""
        found: dict[str, tuple[_Title, ...]] = {}
        for title in self.all:
            found[title.subject] = (*found.get(title.subject, ()), title)
        return found


def near(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield titles that become one of `titles`, or of those of a family; `known` are other titles that exist."""
    titles = all_titles(*(options.words[name] for name in ("titles", "known", *FAMILIES)))
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for found in _TITLE.finditer(text) if "《" in text else ():
                right = meant(found.group(), titles)
                if right:
                    yield Located(index, Match(*found.span(), (right,), right), right, report=number)


@lru_cache(maxsize=1024)
def meant(title: str, titles: Titles) -> str:
    """Return the title that is meant, nothing where it is right or none is near."""
    one = _read(title.translate(_SAME))
    if one is None or one.whole in titles.known:
        return ""
    same = titles.by_subject.get(one.subject)
    return _same_subject(one, same) if same else _near(one, titles.all)


def _same_subject(one: _Title, same: tuple[_Title, ...]) -> str:
    """Return the title where only what stands behind it is wrong: （试行） too much or too little, other years."""
    if any(one.note == other.note for other in same):
        return ""
    right = same[-1]
    years = _YEARS.findall(one.note), _YEARS.findall(right.note)
    told = (
        all(years) or one.note in _TRIAL or (not one.note and right.note in _TRIAL and one.front == right.front != "")
    )
    return right.whole if told else ""


def _near(one: _Title, others: tuple[_Title, ...]) -> str:
    mine = frozenset(one.stem)
    near = [other for other in others if len(mine & other.characters) >= _LEAST and _one_word(one, other)]
    best = max(near, key=lambda other: SequenceMatcher(None, one.stem, other.stem).ratio(), default=None)
    return best.whole if best is not None else ""


def _one_word(one: _Title, other: _Title) -> bool:
    """Tell whether the subjects, or the sorts of paper, differ in one word that is written wrongly."""
    a, b = one.stem + one.paper, other.stem + other.paper
    head = _agreeing(a, b)
    tail = min(_agreeing(a[::-1], b[::-1]), min(len(a), len(b)) - head)
    wrong, right = a[head : len(a) - tail], b[head : len(b) - tail]
    agreed = head + tail - min(tail, len(other.paper))
    if one.paper == other.paper and (_short(one.stem, other.stem) or _counted_otherwise(wrong, right, agreed)):
        return True
    closed = one.front == other.front and one.front in _FRONTS
    if max(len(wrong), len(right)) > _MOST or agreed < _LEAST or agreed < _SHARE * len(other.stem):
        return False
    if closed:
        return True
    if one.paper.removeprefix(_WORK) != other.paper.removeprefix(_WORK):
        return one.stem == other.stem and len(one.stem) >= _LONG
    return (bool(set(wrong) & set(right)) and len(wrong) == len(right) <= _LEAST and agreed >= _LONG) or (
        not wrong and (right in _LEFT_OUT or agreed >= _VERY_LONG)
    )


def _short(stem: str, other: str) -> bool:
    """Tell whether a subject is another one with words cut short in it: 统战, 城市基层党建."""
    for cut, whole in _CUT:
        if cut in stem and whole in other and _bare(stem.replace(cut, whole)) == _bare(other):
            return True
    return False


def _bare(stem: str) -> str:
    """Return a subject without the words that are left out of titles."""
    return stem.replace("工作", "").replace("的", "")


def _counted_otherwise(wrong: str, right: str, agreed: int) -> bool:
    """Tell whether titles differ in how many there are of something: 九项准则, 十项准则."""
    return agreed >= _LONG and bool(wrong and right) and not (wrong + right).strip("一二三四五六七八九十")


def _agreeing(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))


@lru_cache(maxsize=4)
def all_titles(
    titles: tuple[str, ...],
    known: tuple[str, ...] = (),
    party: tuple[str, ...] = (),
    laws: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
) -> Titles:
    """Return the titles with those of the families, whole."""
    wholes = (
        *titles,
        *(f"{_FRONTS[0]}{name}" for name in party),
        *(f"{_FRONTS[1]}{name}" for name in laws),
        *(f"习近平关于{topic}论述摘编" for topic in topics),
    )
    read = (_read(whole.translate(_SAME)) for whole in wholes)
    return Titles(tuple(title for title in read if title is not None), frozenset(known))


def _read(title: str) -> _Title | None:
    found = _PARTS.fullmatch(title)
    if found is None:
        return None
    return _Title(title, found["front"] or "", found["stem"], found["paper"], found["note"] or "")
