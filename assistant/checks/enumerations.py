"""Other marks where a pause mark is meant: 理论学习，业务学习、警示教育等活动 (GB/T 15834-2011, 4.5.3.1).

Of two clauses of which one at least is a row of items, the item behind the mark is held against those before it: built
alike, it belongs to the row, be it a comma, a semicolon or a full stop. What begins with a verb of its own begins
something new.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Match

_PART = re.compile("[^：！？“”‘’《》（）\n]+")
_CLAUSE = re.compile("([^，。；]*)(?:[，。；]|$)")
_HAN = re.compile("[一-鿿]+")
_ITEM_END = re.compile(
    "和(?!谐)|(?<![惠涉普以])及(?![时早])|(?<!参)与(?!会)|以及|等(?![级次于待同等候])|共(?!同|产|识|享)|[0-9]|的|[两三四五六七八九十几][个名支家项]"
)
_SUFFIXES, _SHORT = "力性度感化率观", 3
"""Characters that make nouns of three (创造力，凝聚力、战斗力)."""
_CLOSED = re.compile(
    "[0-9【】]|[的了着过少多薄软松紧重轻高低大弱强差]$|得[一-鿿]$|为(?:重点|主|契机|抓手|主线|基础|核心|目标)$"
)
"""What says that an item is a clause, or counted, and that the row ends there."""
_SMALL = "有上不能得会无到为可多少强促保"
"""Words that stand between those of a pair: 学习有计划, 生活上照顾."""
_MOST, _PAIR = 10, 2
"""Characters of an item; longer ones are clauses. Items behind the first of three."""
_VERB = re.compile(
    "[推开办送抓做把以为使让将并又也还更再不要从在对向按建带创争走下深讲查改治用到先当是的才能可应须既均都共最如即或但而因由与同和"
    "及给被受较很逐去来加助仍却只]|就(?![医业学读诊])|学(?![校生习员史科])|强调|排除|分别|已|重点|增加|请(?!示|销|假)|走访|慰问|完善|开展|强化|落实|健全|构建|营造|形成|提高|提升|增强|促进|坚持|坚定|发挥|引导|组织(?!建设|生活|委员)|着力|"
    "切实|积极|认真|及时|进一步|充分|全面|努力|严格|解决|化解|协调|打造|举办|举行|参加|参与|执行|履行|巩固|贯彻|实施|实行|实现|"
    "树立|突出|围绕|聚焦|统筹|确保|保持|保证|保障(?!制度|机制|工作)|取得|扩大|制定|出台|印发|召开|成立|设立|培养|培育|激发|调动|其中|包括|通过|根据|"
    "提出|没有|新设|忽视|守好|利用|运用|采取|发展|扎实|主动|成为|大力|注重|重视|尤其|特别|非常|规范(?!化)|打通|实地|压实|深入|集中(?!学习|采购|培训|研)|开设|开办|选派|"
    "选树|整合|搭建|拓宽|拓展|丰富|细化|明确|广泛|定期|及早|有效|有力|有序|持续|不断|全年|今年|目前|现在|先后|累计|党组|党委(?!会)|我|本人|各支部"
)
_PEOPLE = (
    *("党员", "干部", "群众", "职工", "教师", "学生", "村民", "居民"),
    *("代表", "委员", "书记", "青年", "妇女", "老人", "家庭"),
)
_UNITS = "局所队站办科室院校社村镇街部心司组"
_SETS = tuple(
    tuple(words.split())
    for words in (
        "农村 社区 企业 学校 医院 机关 园区 村组 街道 乡镇 车间 班组 工地 军营 家庭 商圈 楼宇 景区 市场 "
        "田间地头 农户 田间 合作社 商户 工厂 网格 小区",
        "书记 委员 专干 网格员 志愿者 骨干",
        "教育 科技 文化 卫生 医疗 养老 就业 住房 交通 水利 农业 工业 商贸 旅游 生态 就医 就学",
        "工会 共青团 妇联 工商联 科协 文联",
        "党章 党规 党纪 准则 条例",
        "路线 方针 政策",
        "决策 执行 监督 考核 整改",
        "产业工人 青年农民 高知识群体 非公企业",
        "资金 技术 销路 项目 人才 信息 场地 经费 物资",
        "春耕 防汛 秋收 抗旱 防火 夏收 秋种",
        "思想 组织 作风 纪律 制度 廉政",
        "先锋岗 责任区 服务队 突击队 示范岗 宣讲队 先锋队",
        "一季度 二季度 三季度 四季度 上半年 下半年",
    )
)
_WORDS = tuple(word for words in _SETS for word in words)
_ROW_ENDS = ("、", "等", "和", "及", "与", "以", "共")
_TOLD = re.compile("不|需要|缩短|增[加强]|提[高升]|减少|足")
"""What a clause says of its subject: 参与率不高 is told of what stands before it."""
_JOINED = re.compile("[与同和][一-鿿]{2,6}$")
_OF_WHAT = re.compile("的[一-鿿]{2,8}")
_COUNTS = tuple("两三四五六七八九十")
_COUNTED = re.compile("[三四五六七八九0-9]+[个家]")
_MERGED = re.compile("(?:深度|相互|有机|紧密)?(?:融合|结合)(?!推进|会|发展|党建)|同频共振")


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between two commas: its items, and where it begins."""

    items: tuple[str, ...]
    start: int


def marks(text: str, /) -> Iterator[Match]:
    """Yield the commas, semicolons and full stops between items of one row."""
    for part in _PART.finditer(text):
        clauses = [
            _Clause(tuple(found[1].split("、")), part.start() + found.start())
            for found in _CLAUSE.finditer(part.group())
        ]
        quoted = part.start() > 0 and text[part.start() - 1] in "”’》）"
        for before, after in pairwise(clauses):
            if quoted and before is clauses[0] and len(before.items) == 1:
                continue  # what stands before the quotation is part of it
            row = len(before.items) + len(after.items) > 2
            if _one_row(before, after) or _triple(before, after) if row else _three(before.items[0], after):
                yield Match(after.start - 1, after.start, ("、",))


def _one_row(before: _Clause, after: _Clause) -> bool:
    """Tell whether the first item of a clause goes on with the row before it."""
    last = before.items[-1]
    if not _HAN.match(last) or _CLOSED.search(last):
        return False
    item, rest = _first(after)
    if len(before.items) == 1:
        return 2 <= len(item) <= _MOST and _goes_on(before, item, rest, after)
    if _aspects(before, after):
        return True
    if not 2 <= len(item) <= _MOST or len(last) > _MOST:
        return False
    if _alike_inside(before, after) or _alike_throughout(before, after) or _told_together(before, item, rest):
        return True
    same = (item[:2] == last[:2] and len(item) == len(last) >= 4) or (
        item[-2:] == last[-2:] == before.items[-2][-2:] and not _VERB.match(item)
    )
    return (same and not rest) or _goes_on(before, item, rest, after) or _goes_on_row(before, item, rest, after)


def _three(last: str, after: _Clause) -> bool:
    """制定年度工作计划，主题党日计划和党员学习计划: three that end in the same word."""
    if len(last) < 2 or after.items[0].count(last[-2:]) < 2:
        return False
    item, rest = _first(after)
    return rest[:1] in {"和", "及", "与"} and last[-2:] == item[-2:] == rest[-2:] and not _VERB.match(item)


def _triple(before: _Clause, after: _Clause) -> bool:
    """做到守土有责，守土负责、守土尽责: a clause ends in the first of three built alike."""
    if len(before.items) > 1 or len(after.items) != _PAIR:
        return False
    item, other = after.items
    size = len(item)
    first = before.items[0][-size:]
    if not 3 <= size <= _MOST or len(first) < size or len(other) < size or _VERB.match(first) or "【" in item:
        return False
    same = [n for n in range(size) if first[n] == item[n] == other[n]]
    return same[:2] == [0, 1] or len(same) > _PAIR or any(n > 0 and item[n] in _SMALL and item[n] != "不" for n in same)


def _goes_on(before: _Clause, item: str, rest: str, after: _Clause) -> bool:
    """Tell whether an item goes on with one or more before it, by its first or its last characters."""
    last, alone = before.items[-1], len(after.items) == 1
    if _alike_at_first(before, item, rest, alone=alone):
        return True
    if not alone and len(last) == len(item) == len(after.items[1]) == 4 and last[-1] == item[-1] == after.items[1][-1]:
        return True
    if not alone and last[-1] == item[-1] == after.items[1][2:3] and item[-1] in _SUFFIXES and len(item) == _SHORT:
        return True
    if not alone and _same_set(last, item, rest) and any(word in after.items[1][:6] for word in _WORDS):
        return True
    if _VERB.match(item):
        return False
    merged = not alone and any(map(_JOINED.search, before.items)) and _MERGED.search(after.items[-1])
    counted = len(before.items) > 1 and rest[:1].isdigit() and len(last) == len(item) > 2
    return bool(merged) or ((counted or rest.startswith(_ROW_ENDS)) and _alike_at_last(before, item))


def _goes_on_row(before: _Clause, item: str, rest: str, after: _Clause) -> bool:
    """Tell whether an item goes on with a row of two or more, by what kind of thing it names."""
    last = before.items[-1]
    short = len(item) <= 5 and 2 <= len(last) <= 5 and rest[:1] == "等"
    if _VERB.match(item):
        if len(item) == 4 and rest.startswith(("等活动", "等形式", "等方式")):
            return True
        return short and len(item) == 2
    equal = (
        rest[:1] == "的"
        and not _TOLD.search(rest)
        and 4 <= len(item) == len(last) <= len(before.items[-2])
        and "的" not in last
    )
    merged = _JOINED.search(before.items[0]) and _MERGED.search(after.items[-1])
    return short or equal or bool(merged) or _units(last, item, rest) or _same_set(last, item, rest)


def _first(after: _Clause) -> tuple[str, str]:
    """Return the first item of a clause and what follows it in the clause."""
    first = after.items[0]
    if len(after.items) > 1 and not _ITEM_END.search(first):
        return first, "、"
    end = _ITEM_END.search(first)
    return (first[: end.start()], first[end.start() :]) if end and end.start() > 1 else (first, "")


def _alike_at_first(before: _Clause, item: str, rest: str, *, alone: bool) -> bool:
    """同谋划、同部署，同落实: items of about one length that begin with one character."""
    head, last = item[0], before.items[-1]
    if not 2 <= len(item) <= 5 or (rest and rest != "、"):
        return False
    if len(before.items) == 1:
        return not alone and last[-len(item) :][:1] == head and len(last) > len(item) and _rare(head)
    three = before.items[-2][-len(item) :][:1] == head
    return last[0] == head and len(last) == len(item) and (_rare(head) or three)


def _rare(head: str) -> bool:
    """Tell whether a first character says that items are built alike: not one that words begin with by chance."""
    return head in "同有学讲会善敢能知懂重抓促比查改亮严真实深"


def _alike_at_last(before: _Clause, item: str) -> bool:
    """理论学习，业务学习、警示教育: the same word at the end, or the same character of items of one length."""
    last = before.items[-1]
    if last[-2:] == item[-2:] and min(len(item), len(last)) > 2:
        return True
    if len(before.items) == 1:
        return False
    people = last.endswith(_PEOPLE) and item.endswith(_PEOPLE) and len(item) <= 6
    return people or (len(last) == len(item) and last[-1] == item[-1])


def _alike_inside(before: _Clause, after: _Clause) -> bool:
    """政治上关心、工作上支持，生活上照顾: items of one length with one small word at one place."""
    last, item = before.items[-1], after.items[0]
    size = len(last)
    if not 3 <= size <= 6 or len(item) < size or (len(item) > size and len(after.items) > 1):
        return False
    return any(
        one == other == third and one in _SMALL
        for one, other, third in zip(last[1:], item[1:size], before.items[-2][-size:][1:], strict=False)
    )


def _alike_throughout(before: _Clause, after: _Clause) -> bool:
    """重点人员、重点部位，重点时段加强管控; 法律服务队、心理疏导队，政策宣讲队: three of one length built alike."""
    one, last, item = before.items[-2], before.items[-1], after.items[0]
    size = len(last)
    if size < _SHORT + 1 or len(one) < size or len(item) < size:
        return False
    if one[-size:][:2] == last[:2] == item[:2]:
        return True
    return len(item) == size and len(after.items) == 1 and one[-1] == last[-1] == item[-1] and not _VERB.match(item)


def _units(last: str, item: str, rest: str) -> bool:
    """局机关、执法大队，运管所三个支部: names of units that are counted together."""
    return last[-1] in _UNITS and item[-1] in _UNITS and (rest == "、" or bool(_COUNTED.match(rest)))


def _told_together(before: _Clause, item: str, rest: str) -> bool:
    """抓学习、抓队伍，抓阵地的做法; 时间、地点，人员三项: of one length, with what ends the clause, or counted."""
    last = before.items[-1]
    if len(last) != len(item):
        return False
    if rest[:1] in _COUNTS[len(before.items) - 1 : len(before.items)]:
        return len(item) <= _SHORT + 1
    alike = any(one == other for one, other in zip(last, item, strict=True))
    short = len(item) == _SHORT and len(rest) <= _SHORT + 2 and item[0] not in "是让用把使有" and "是" not in rest
    return (alike or short) and _OF_WHAT.fullmatch(rest) is not None


def _aspects(before: _Clause, after: _Clause) -> bool:
    """在政治上、思想上，行动上同党中央保持一致: words with one small word of place behind them."""
    last = before.items[-1]
    there = after.items[0][: len(last)]
    return len(last) == 3 and last[-1] in "上中里" and there[-1:] == last[-1] and before.items[-2].endswith(last[-1])


def _same_set(last: str, item: str, rest: str) -> bool:
    return rest.startswith((*_ROW_ENDS, *_COUNTS)) and any(
        last.endswith(words) and item.endswith(words) and len(item) <= max(map(len, words)) + 2 for words in _SETS
    )
