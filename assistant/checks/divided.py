"""A whole and its parts told in one sentence: 38个，其中班子问题13个、个人问题24个; 34个，村17个，社区5个，机关9个.

Which words lead from the whole to its parts matters little: counts of one kind that follow each other, named alike,
are its parts where they all but come to it. Some of the whole only are told by what they are besides, and in two ways.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from assistant.checks.complements import TOGETHER
from assistant.checks.quantities import ABOVE, BESIDE, RELATIVE, Quantity, Row, close, mistyped, sentences
from assistant.checks.rule import Match

_SEPARATOR = re.compile("[。，、：（；]")
_DIMENSIONS = tuple(
    map(
        re.compile,
        (
            "^(?:其中)?(?:男|女)",
            "周?岁|[0-9]+后$",
            "学历|研究生|硕士|博士|本科|大专|专科|高中|初中|中专",
            "正?高级|副高|中级|初级|正高|职称",
            "正式|预备|转正",
            "[0-9]年(?:以|至|及)",
        ),
    )
)
"""Ways of dividing people and things: parts told in one of them may be all there are, in two they overlap."""
_OVERLAP = re.compile(
    "优秀|先进|示范|标杆|标准|骨干|模范|我|本人|带头|亲自|劳模|代表(?!大?会)|少数民族|退役|致富|获|被|累计|新增|[党镇村]干部|班子(?!问题|成员)|负责人|组长"
    "|主任|书记(?!包|领|负)|妇女|青年|大学生|人均|户均|平均|每|以上的|共享|同比|增|减|比|较(?!好|差)|提高|下降|到(?!位)"
)
"""Words of parts that are some of the whole only, or of none of it."""
_NOTED = re.compile("（(?:含|其中|包括)[^（）]*$")
"""What a note in brackets says of the part before it."""
_REST = re.compile("^(?:其他|其它|其余|剩余|余下|另外)")
_PRAISE = re.compile("优秀|先进|示范|标准化")
_OTHER = re.compile("其[他它]")
_DIVIDES = re.compile("[中里][，、]|[分按属：]|包括|[同否]意|决议|通过|暂缓|否决")
"""What tells that two parts are all there are."""
_DOING = re.compile("讲|开展|组织|研讨|参加|举办|召开")
_COUNTED = re.compile("(?:类|的)?(?:共|有|为)*$")
_CONTRARY = ({"有", "无"}, {"在", "离"}, {"内", "外"}, {"上", "下"}, {"在", "待"})
"""Characters that alone make of one name its contrary."""
_SHORT = 12
"""Characters of a name of a part; a longer one tells of something else besides."""
_NAME = 16
"""Characters of the name of a part at most."""
_LEAST = 4
"""Wholes from which on parts that are one short are a slip."""
_ALL = 0.3
"""Part of a whole by which parts that must be all there are may be off."""
_ROWS = 2
"""What three or more parts that 其中 names may be off by."""
_ALIKE = 0.35
"""Part of a whole by which parts that are named alike may be off."""
_PAIR = 2
_MOST = 8
"""Parts at most."""
_EVEN = 0.001

Part = tuple[str, Quantity]
"""What a part is called, with the words and marks before that, and how many it is."""


def divided(text: str, /) -> Iterator[Match]:
    """Yield wholes with their parts where these must, or all but, come to another sum."""
    for row in sentences(text, least=3) if "、" in text or "，" in text else ():
        for whole, last in _uneven(row):
            yield Match(whole.start, last.end + len(last.unit))


def _uneven(row: Row) -> Iterator[tuple[Quantity, Quantity]]:
    spent: set[int] = set()
    for at, whole in enumerate(row):
        if whole.start in spent or whole.rough or not whole.unit or whole.kind in RELATIVE or ABOVE.search(whole.lead):
            continue
        parts = parts_of(row, at)
        even = even_run(whole, parts)
        if even:
            spent |= {part.start for part in even}
        elif _shared(row[:at], whole, parts) or _aged(row, at, parts):
            continue
        elif len(parts) > 1 and _told(parts[0][0]) and not _nested(parts) and contradict(whole, parts):
            yield whole, parts[-1][1]


def parts_of(row: Row, at: int) -> list[Part]:
    """Return the quantities behind a whole that may be its parts; shares between them and counts in names are none."""
    found: list[Part] = []
    lead = ""
    for number, other in enumerate(row[at + 1 :], at + 1):
        if other.kind != row[at].kind == row[number - 1].kind and other.lead in BESIDE:
            continue  # 203户617人，其中…
        if found and _NOTED.search(other.lead) and "）" in other.tail:
            continue  # 机关支部6个（含退休支部1个）、分局支部3个
        lead += other.lead
        partner = row[number + 1] if number + 1 < len(row) else None
        if other.kind != row[at].kind and partner and partner.kind == row[at].kind and partner.lead in BESIDE:
            continue  # 617人，其中东片120户371人
        if other.kind == "%" or (not found and row[at].kind == "元" != other.kind):
            continue
        if other.kind != row[at].kind and not _SEPARATOR.search(other.tail) and other.tail:
            continue  # 第一批4个项目1438套
        size = len(_SEPARATOR.split(lead)[-1])
        if other.kind != row[at].kind or other.rough or size > _NAME or len(found) == _MOST:
            break
        if found and not _goes_on(found, lead):
            break
        found.append((lead, other))
        lead = ""
    return found


def _goes_on(found: Sequence[Part], lead: str) -> bool:
    """Tell whether what leads to a quantity goes on with the parts before it: of a row of 、 a comma is the end."""
    marks = _SEPARATOR.findall(lead)
    ended = len(found) > 1 and found[-1][0].startswith("、") and marks[0] == "，" if marks else True
    bare = lead[-1:] in marks  # the number stands first: what it counts must be told in the same way each time
    named = not bare or "分别" in found[0][0] or (found[0][1].tail[:2] == lead[:2] and found[0][0][-1:] in "，：")
    return (len(marks) == 1 or "占" in lead) and not ended and named


def even_run(whole: Quantity, parts: Sequence[Part]) -> Sequence[Quantity]:
    """Return the parts that come to the whole, if any do."""
    runs = ([part for _, part in parts[i:j]] for i, j in combinations(range(len(parts) + 1), 2) if j - i > 1)
    return next((run for run in runs if abs(sum(one.worth for one in run) - whole.worth) < _EVEN), ())


def _shared(before: Row, whole: Quantity, parts: Sequence[Part]) -> bool:
    """Tell whether counts are accounted for by one told before: 16名，9名…，3名…，其余4名.

    A whole and its parts are together what was counted before, or the parts come to the whole and that: 班子18个，
    个人214个，已整改228个，剩余4个. So they are with those between: 21名，12人…，4人…，3人…，还有2人.
    """
    told = sum(part.worth for _, part in parts)
    due = told + whole.worth
    alike = [one for one in before if one.kind == whole.kind]
    rests = (one.worth - sum(each.worth for each in alike[n:]) for n, one in enumerate(alike, 1))
    if any(abs(rest - due) < _EVEN for rest in rests):
        return True
    sums = (told + whole.worth, told - whole.worth) if len(parts) > 1 else (told + whole.worth,)
    return any(one.kind == whole.kind and abs(one.worth - each) < _EVEN for one in before for each in sums)


def _aged(row: Row, at: int, parts: Sequence[Part]) -> bool:
    """Tell whether a whole is itself of an age, one of those behind it: 31岁至45岁30人，46岁至60岁21人."""
    return at > 0 and bool(parts) and row[at - 1].unit == "岁" and "其中" not in parts[0][0]


def _told(lead: str) -> bool:
    """Tell whether the words between a whole and its first part lead from the one to the other."""
    marks = _SEPARATOR.findall(lead)
    return bool(marks) and (marks[-1] != "、" or "分别" in lead) and "我" not in lead


def _nested(parts: Sequence[Part]) -> bool:
    """Tell whether one of the parts is itself the whole of those behind it."""
    return any(
        "其中" in parts[at + 1][0] and even_run(part, parts[at + 1 :]) for at, (_, part) in enumerate(parts[:-1])
    )


def contradict(whole: Quantity, parts: Sequence[Part]) -> bool:
    """Tell whether the parts are all there are, or nearly come to the whole, so that one number was mistyped."""
    names = names_of(parts)
    counts = [part for _, part in parts]
    off, among = whole.worth - sum(part.worth for part in counts), "其中" in parts[0][0]
    alike = [name.endswith(whole.lead[-2:]) for name in names]
    if not among and all("党员" in name for name in names) and "党员" not in whole.lead + parts[0][0][: -len(names[0])]:
        return False  # 干部职工18人，正式党员13名、预备党员1名
    mixed = not among and any(alike) and not all(alike)  # 学生208名，送教学生67名，教职工68人
    if (
        not mixed
        and abs(off) <= max(2, _ALL * whole.worth)
        and any(complete(names[:size]) for size in range(2, len(names) + 1))
    ):
        return True
    if among and off < 0 and _more_than_all(whole, counts, names):
        return True
    steps = len(parts) == _PAIR and not _DIVIDES.search(parts[0][0])  # 积极分子6名，接收预备党员3名，转正2名
    beside = any(alike) and not alike[0]  # 党员36名，慰问群众12名、老党员25名
    other = not among and (steps or beside)
    if other or counts[-1].worth + off <= 0 or not _exclusive(names):
        return False
    if close(whole, off) or (among and len(parts) > 2 and abs(off) <= _ROWS):
        return whole.worth >= (_LEAST - 1 if among else _LEAST)
    sorts = len({name[-1:] for name in names}) == 1 and len(names) > 2 and abs(off) <= _ALIKE * whole.worth
    slip = mistyped(whole, -off) or any(mistyped(one, off) for one in counts)
    return sorts or (slip and (among or _rowed(parts)))


def _rowed(parts: Sequence[Part]) -> bool:
    """Tell whether words or marks show parts: three of them, a 、 between two, 分为.

    在编52人，临聘18人，党员24名 are none.
    """
    return len(parts) > _PAIR or "分" in parts[0][0] or any(lead.startswith("、") for lead, _ in parts[1:])


def _more_than_all(whole: Quantity, counts: Sequence[Quantity], names: Sequence[str]) -> bool:
    """Tell whether three parts or more, each less than the whole and named in one way, are more than all of it."""
    members = {"党员" in name for name in names}
    less = all(part.worth < whole.worth for part in counts)
    return len(counts) > 2 and less and whole.worth >= _LEAST and len(members) == 1 and _exclusive(names)


def names_of(parts: Sequence[Part]) -> list[str]:
    """Return what parts are called, without the praise that all of them share."""
    names = [_SEPARATOR.split(lead)[-1].removeprefix("其中") for lead, _ in parts]
    if not any(names):
        names = [_SEPARATOR.split(part.tail)[0] for _, part in parts]  # 3人联系山区，2人联系河谷
    praise = _PRAISE.match(names[0])
    shared = praise.group() if praise and all(name.startswith(praise.group()) for name in names) else ""
    return [name.removeprefix(shared) for name in names]


def _exclusive(names: Sequence[str]) -> bool:
    """Tell whether parts may be all there are: named in one way, and none by what some of them are besides."""
    ways = [{n for n, way in enumerate(_DIMENSIONS) if way.search(name)} for name in names]
    if set.intersection(*ways):
        return True
    if any(_OVERLAP.search(name) for name in names) or (_OTHER.match(names[-1]) and _DOING.search(names[0])):
        return False
    return not any(ways)


def _opposite(one: str, other: str) -> bool:
    """Tell whether of two names one says what the other one denies: 换乘站, 非换乘站; 在岗, 离岗."""
    shorter, longer = sorted((_COUNTED.sub("", one), _COUNTED.sub("", other)), key=len)
    if len(shorter) > 1 and len(longer) == len(shorter) + 1 and longer.endswith(shorter):
        return longer[0] in "非未不无没"
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(pairs) == 1 and set(pairs[0]) in _CONTRARY


def complete(names: Sequence[str]) -> bool:
    """Tell whether the parts are all there can be, by their names."""
    if len(names) > 1 and _REST.search(names[-1]) and not _DOING.search(names[0]):
        return True
    if len(names) == 2 and _opposite(*names):
        return True
    return any(
        all(re.search(word, name) and len(name) < _SHORT for word, name in zip(words, ordered, strict=True))
        for words in TOGETHER
        if len(words) == len(names)
        for ordered in permutations(names)
    )
