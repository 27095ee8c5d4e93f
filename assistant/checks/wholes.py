"""How many there are of what the unit has: its branches, villages, members, told once and meant again and again."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report
from assistant.text.keeping import keeping

NOUNS = {
    **dict.fromkeys(("党支部", "支部", "基层党支部", "基层支部"), "党支部"),
    **dict.fromkeys(("党支部书记", "支部书记"), "党支部"),
    **dict.fromkeys(("党组织", "基层党组织"), "党组织"),
    **dict.fromkeys(("村", "行政村"), "村"),
    **dict.fromkeys(("村（社区）", "村（居）", "村居", "村（社区）党组织", "村和社区", "村、社区"), "村和社区"),
    **dict.fromkeys(("退休党员", "离退休党员"), "退休党员"),
    **dict.fromkeys(("职工", "在职职工", "教职工", "干部职工", "员工", "教职员工"), "职工"),
    **{
        name: name
        for name in ("党总支", "党小组", "社区", "网格", "小区", "村民小组", "居民小组", "科室", "股室", "车间")
    },
    **{name: name for name in ("子公司", "所属单位", "二级单位", "直属单位", "所属企业", "乡镇", "镇（街道）", "楼宇")},
    **{
        name: name
        for name in ("党员", "在职党员", "流动党员", "预备党员", "教师党员", "学生党员", "正式党员", "女党员", "贫困户")
    },
    "支部党员": "党员",
    **{
        name: name
        for name in ("监测户", "脱贫户", "监测对象", "村党组织", "村党支部", "社区党组织", "“两新”组织党支部")
    },
    **{name: name for name in ("农村党支部", "机关党支部", "教师党支部", "学生党支部", "驻村工作队", "在建项目")},
}
"""Nouns of what a unit has, and what they mean."""
NOUN = "|".join(sorted(map(re.escape, NOUNS), key=len, reverse=True))
_ENDS = (
    "(?!书记|委员|班子|民|干部|级|庄|医|小学|工作者|居民|先锋|志愿|突击|群众|责任|示范|活动|大会|骨干|教师|发展|之家|队伍|代表"
    "|[和与及]群众|[和与及]职工|党校|员(?!工)|组织(?!部|生活)|党[支总小]|（社区）|（居）|规模|长)"
)
_UNIT = "[名个家户支]"
_HAVE = keeping(
    rf"(?:现有|共有|现共有|下设|下辖|(?<!管)辖|设有|所属|有|其中|(?<=[，、]))(?:在册|正式(?!党员)(?![^。；，]{{0,12}}预备))?"
    rf"(?P<noun>{NOUN})(?:总数|共)?(?P<count>[0-9]+){_UNIT}"
)
_MENTION = keeping(rf"(?<![0-9.第])(?P<count>[0-9]+){_UNIT}(?P<noun>{NOUN}){_ENDS}")
_LED = keeping(rf"(?:组织|动员|带领|发动|号召|要求)(?:全体|全部)?(?P<noun>{NOUN})(?P<count>[0-9]+)[名人](?!次)")
_SIGNED = re.compile(rf"(?:全体|所有)(?P<noun>{NOUN})签(?:订|下|署)了?[^。；，0-9]{{2,10}}(?P<count>[0-9]+)份")
"""Each of them signs one paper."""
_ALL_BEFORE = re.compile(
    "(?:全体|全部|全(?:集团|公司|社区|街道|系统|[镇乡县市局校院村厅])(?:的)?|所有|走遍|覆盖|遍及|与|把|将|对|向|带领|下设|下辖|现有|共有|辖|所属|组织|到|在|推动)(?:全[镇乡村局校院]|我[镇乡村局校院])?的?$"
)
_ALL_BEHIND = re.compile(
    "(?:集体)?[^。；，0-9]{0,8}?(?:全部|人人|个个|户户|村村|家家|无一|全员|一个不[少落漏]|一人不[少落漏]|均[已达完实按能建成]|都[已能按达]|各|全面|分别|逐[一个]|一律|全覆盖|签订|划分|优化|中(?![心层青小的])|上，|调研|收看|学深|参加)"
)
_TOTAL_BEHIND = re.compile(
    "[^。；，0-9]{0,8}?(?:全部|人人|个个|无一|全员|均[已达完实按能]|都[已能按达]|全覆盖)|中(?![心层青小的])"
)
_HAVING = re.compile("(?:现有|共有|下设|下辖|设有|辖|所属)$")
_BECAME = keeping(
    rf"(?P<old>[0-9]+){_UNIT}[^。；0-9]{{0,24}}?(?:优化|调整|整合|合并|扩大|扩展|增加|减少|撤并|精简|压减|发展|重组|扩充|改设|划分|增|减|并|变)[为到至成][^。；，0-9]{{0,6}}"
    rf"(?P<new>[0-9]+){_UNIT}"
)
_DIGIT = re.compile("[0-9]")
_SOME = re.compile(
    "(?:原来?的?|原来?按[^。；，0-9]{1,8}的|新[建设增成]?立?的?|其中|另外?|其余|剩余|其他|先后|已有|仍有|还有|尚有|有|等|完成|培养|发展|撤并|增设|余|近|约|第|排名|倒数|确定|打造|选[树取]|建成|创建|对口|帮扶|表彰)的?$"
)
_REST = re.compile("[^。；0-9]{0,16}，(?:另有?|其余|剩余|还有)")
"""Behind a count they tell of the others: 把167名党员接进新支部，另有6名流动党员."""
_OTHERS = re.compile("(?:和|及|与|、)(?:入党)?(?:积极分子|发展对象|群众|干部|职工|民兵|志愿者)")
"""Behind a count they tell of whom it is besides: 22名党员和入党积极分子."""
_ELSEWHERE = re.compile("全[县市区省](?!域)|外地|兄弟|邻|先进(?:镇|村|地区)|各地")
_OPENING = 5
"""Paragraphs at the beginning in which a row of counts tells how large the unit is."""
_ROW = keeping(rf"(?:[0-9]+{_UNIT}(?:{NOUN})[、和，]){{1,5}}[0-9]+{_UNIT}(?:{NOUN})")
_FEW, _MANY = 4, 200
"""Counts below which one more or less may well be another thing, and above which only a slip of a digit is sure."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count of one of the nouns: where it stands, of what, how many; `told`: it says how many there are."""

    index: int
    start: int
    end: int
    noun: str
    count: str
    told: bool
    total: bool
    some: bool


def wholes(survey: Survey, /) -> Iterator[Located]:
    """Yield counts of all there are that are nearly the number which the report gives elsewhere."""
    for number, report in enumerate(survey.reports):
        counts = counts_of(survey, report)
        known = totals(counts)
        changes = _changes(survey, report)
        for one in counts:
            right = known.get(one.noun)
            text = survey.document.blocks[one.index].text
            changed = {one.count, right} in changes
            if (
                right
                and one.count != right
                and not changed
                and _means_all(one, right, counts, text)
                and slipped(one, right)
            ):
                yield Located(one.index, Match(one.start, one.end, (right,)), right, report=number)


def _changes(survey: Survey, report: Report) -> list[set[str | None]]:
    """Return the pairs of numbers the first of which became the second: 将6个支部优化为5个; both are all there are."""
    lines = (block.text for block in survey.document.blocks[report.first : report.last + 1])
    return [{found["old"], found["new"]} for line in lines for found in _BECAME.finditer(line)]


def counts_of(survey: Survey, report: Report) -> tuple[Count, ...]:
    """Return all counts of a report, in reading order."""
    found: list[Count] = []
    for index in range(report.first, report.last + 1):
        text = survey.document.blocks[index].text
        if not _DIGIT.search(text):
            continue
        rows = [row.span() for row in _ROW.finditer(text)] if index - report.first < _OPENING else []
        found += [_count(one, index, told=True, total=True) for one in _HAVE.finditer(text)]
        found += [_count(one, index, told=False, total=True) for one in (*_LED.finditer(text), *_SIGNED.finditer(text))]
        found += [_mentioned(one, index, text, rows) for one in _MENTION.finditer(text)]
    return tuple(found)


def _mentioned(one: re.Match[str], index: int, text: str, rows: list[tuple[int, int]]) -> Count:
    """Return a count before its noun, with what stands around it says of it."""
    before = text[max(0, one.start() - 8) : one.start()]
    behind = text[one.end() : one.end() + 20]
    told = any(start <= one.start() < end for start, end in rows) or bool(_HAVING.search(before))
    total = _TOTAL_BEHIND.match(behind) or _ALL_BEFORE.search(before) or _ALL_BEHIND.match(behind)
    some = one.group().endswith("名" + one["noun"]) and one["noun"].endswith("书记")  # those who hold a certificate
    some = (
        some
        or _REST.match(text, one.end())
        or _OTHERS.match(text, one.end())
        or (_SOME.search(before) and not _HAVING.search(before))
        or _ELSEWHERE.search(text[max(0, one.start() - 12) : one.start()])
    )
    return _count(one, index, told=told, total=told or bool(total), some=bool(some))


def _count(one: re.Match[str], index: int, *, told: bool, total: bool, some: bool = False) -> Count:
    return Count(index, *one.span("count"), NOUNS[one["noun"]], one["count"], told, total, some)


def totals(counts: tuple[Count, ...]) -> dict[str, str]:
    """Return how many there are of each noun, where the report leaves no doubt: what it tells first, or most often."""
    known: dict[str, str] = {}
    for noun in {one.noun for one in counts}:
        same = [one for one in counts if one.noun == noun and one.total and not one.some]
        told = list(dict.fromkeys(one.count for one in same if one.told))
        often = Counter(one.count for one in same)
        if not often:
            continue
        usual, times = often.most_common(1)[0]
        if len(told) == 1 and (often[told[0]] >= times or times < 3):
            known[noun] = told[0]
        elif not told and times == 1 and len(often) == 2:
            known[noun] = usual  # both say 全部, and one of them is wrong
        elif times >= 2 and times > sum(often.values()) - times:
            known[noun] = usual
    if "村" in known and "社区" in known:
        known.setdefault("村和社区", str(int(known["村"]) + int(known["社区"])))
    if "正式党员" in known and "预备党员" in known:
        known.setdefault("党员", str(int(known["正式党员"]) + int(known["预备党员"])))
    return known


def _means_all(one: Count, right: str, counts: tuple[Count, ...], text: str) -> bool:
    """Tell whether a count speaks of all there are, and is no part of the right number beside it."""
    if one.some or not (one.total or int(one.count) > int(right)):
        return False
    beside = [other for other in counts if other.index == one.index and other.noun == one.noun and other is not one]
    return not any(other.count == right and _parted(text, other, one) for other in beside)


def _parted(text: str, whole: Count, part: Count) -> bool:
    """Tell whether one count is told as a part of the other: 38个党支部中，36个达标."""
    between = text[min(whole.end, part.end) : max(whole.start, part.start)]
    return "。" not in between and ("中" in between or "其" in between or not part.total)


def slipped(one: Count, right: str) -> bool:
    """Tell whether a number was meant to be the other: near it, or with its digits."""
    said, meant = int(one.count), int(right)
    if min(said, meant) <= 1 or (meant < _FEW and not one.total):
        return False
    if len(one.count) == len(right) > 1 and sorted(one.count) == sorted(right):
        return True
    unlike = sum(a != b for a, b in zip(one.count, right, strict=False))
    if len(one.count) == len(right) > (1 if one.total else 2) and unlike == 1:
        return True
    return abs(said - meant) <= (max(3, meant * 15 // 100) if _FEW <= meant <= _MANY else 2 if meant > _MANY else 1)
