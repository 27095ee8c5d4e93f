"""The figures of a report: the same thing counted twice with two results, and parts that exceed their whole."""

import re
from collections.abc import Iterator

from assistant.checks.quantities import ABOVE, EACH, UNIT
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_UNIT = "(?P<unit>名|人|个|家|项|支|户|处|所)"
_COUNTED = keeping(
    rf"(?<![一-鿿])(?P<have>现有|共有|现共有|下设|下辖|设有)(?P<noun>在职党员|党员|党支部|党组织|党总支|党小组|干部职工|干部|行政村|社区|科室|内设机构)"
    rf"(?P<number>[0-9]+){_UNIT}"
    rf"|(?<![一-鿿])(?P<have2>现有|共有|现共有|下设|下辖|设有)(?P<number2>[0-9]+)(?P<unit2>名|人|个|家|项|支|户|处|所)"
    rf"(?P<noun2>在职党员|党员|党支部|党组织|党总支|党小组|干部职工|干部|行政村|社区|科室|内设机构)(?![一-鿿]{{0,2}}(?:占|增|比))"
)
"""现有党员32名, 下设5个党支部: a verb of having, right after a mark, so that it is the unit itself that has it."""

_COUNTED_BY = f"(?P<unit>{UNIT})"
_PARTS = re.compile(
    rf"(?<![0-9.均])(?P<whole>[0-9]+(?:\.[0-9]+)?){_COUNTED_BY}[^。；，0-9]{{0,8}}[，（(]其中[:：，]?(?P<parts>(?:(?:[0-9]{{2}}周?岁)?(?!培养|培训|带动|带领|新建|建立|组织)[^0-9。；，、（）]{{1,8}}[0-9]+(?:\.[0-9]+)?(?P=unit)[、，和]?)+)"
)
_BESIDE = re.compile(rf"(?P<number>[0-9]+(?:\.[0-9]+)?){_COUNTED_BY}、[^。；，、0-9]{{1,8}}$")
"""正式党员26名、预备党员1名，其中…: what is divided is both."""
_PART = re.compile(rf"(?P<number>[0-9]+(?:\.[0-9]+)?){_COUNTED_BY}")
_PEOPLE = ("名", "人")
_FAR = 2
"""Times that parts are more than a whole which nobody mistyped for theirs."""


def contradictions(survey: Survey, /) -> Iterator[Located]:
    """Yield counts that a report gives again with another number, of the same noun after the same verb."""
    for number, report in enumerate(survey.reports):
        first: dict[tuple[str, str], str] = {}
        for index in range(report.first, report.last + 1):
            for found in _COUNTED.finditer(survey.document.blocks[index].text):
                have = found["have"] or found["have2"]
                noun, count = found["noun"] or found["noun2"], found["number"] or found["number2"]
                before = first.setdefault((have, noun), count)
                if before != count:
                    match = Match(*found.span())
                    yield Located(index, match, right=f"{have}{noun}{before}", report=number)


def parts_exceed_whole(text: str, /) -> Iterator[Match]:
    """Yield enumerations after 其中 whose largest part, counted in the same unit, is more than the whole."""
    for found in _PARTS.finditer(text):
        told = found["parts"].split("，")[0] if "、" in found["parts"] else found["parts"]  # …、…，服务学生742名
        parts = [float(part["number"]) for part in _PART.finditer(told)]
        before = _BESIDE.search(text, 0, found.start())
        whole = float(found["whole"]) + (float(before["number"]) if before and before["unit"] == found["unit"] else 0)
        other = EACH.search(text, 0, found.start()) or ABOVE.search(text, 0, found.start())
        if parts and max(parts) > whole and not other and not _of_another(text, found, sum(parts)):
            yield Match(*found.span())


def _of_another(text: str, found: re.Match[str], told: float) -> bool:
    """Tell whether the parts are far more than the whole beside them, but fit into one told before it.

    职工90名。返聘4人，其中钳工31人、焊工26人…: 其中 looks back beyond what stands beside it.
    """
    units = _PEOPLE if found["unit"] in _PEOPLE else (found["unit"],)
    before = (float(one["number"]) for one in _PART.finditer(text, 0, found.start()) if one["unit"] in units)
    return told >= _FAR * float(found["whole"]) and any(number >= told for number in before)


_LARGE = keeping(f"(?<![0-9.])(?P<count>[0-9]{{3,}})(?P<unit>{UNIT})")
_HAN = re.compile("[一-鿿]{2,8}")
_SAID = re.compile("[一-鿿]{2,10}$")
_TELLS_NOTHING = frozenset(
    [
        "达到",
        "完成",
        "现有",
        "共有",
        "累计",
        "投入",
        "全年",
        "我们",
        "提高",
        "增加",
        "总数",
        "开展",
        "组织",
        "人员",
        "干部",
        "群众",
        "党员",
        "职工",
        "系统",
    ]
)
_WORD = re.compile("[一-鿿]{2}")


def _said_before(text: str, start: int) -> list[str]:
    """Return the pairs of characters right before a number that may name what is counted."""
    said = _SAID.search(text, max(0, start - 10), start)
    words = said.group() if said else ""
    return [words[at : at + 2] for at in range(len(words) - 1) if words[at : at + 2] not in _TELLS_NOTHING]


def _turned(one: str, other: str) -> bool:
    """Tell whether two digits beside each other are turned round."""
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and len(unlike) == 2 and unlike[1] == unlike[0] + 1


def swapped(survey: Survey, /) -> Iterator[Located]:
    """Yield large counts of a thing that another count of it gives with its digits in another order: 1126名, 1162名."""
    for number, report in enumerate(survey.reports):
        first: dict[tuple[str, str, str], str] = {}
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            here: dict[str, int] = {}
            for found in _LARGE.finditer(text):
                count, digits = found["count"], "".join(sorted(found["count"]))
                sentence = text.count("。", 0, found.start())
                behind = _HAN.match(text, found.end())
                nouns = behind.group() if behind else ""
                beside = [
                    *_said_before(text, found.start()),
                    *(nouns[i : i + 2] for i in range(len(nouns))),
                ]
                keys = [(word, found["unit"], digits) for word in beside if _WORD.fullmatch(word)]
                before = next((first[key] for key in keys if _turned(first.get(key, count), count)), "")
                if before and here.get(before) != sentence:
                    yield Located(index, Match(*found.span("count"), (before,)), before, report=number)
                here[count] = sentence
                first = dict.fromkeys(keys, count) | first
