"""Another unit of one's own kind does, is told or is given what only one's own can: 镇党委指出龙潭村存在3个问题.

`strangers.py` knows places where only one's own unit can stand; here it acts at the beginning of a clause, is judged by
its superiors, or is what the listeners are asked to support. A partner acts, too: so what other units do with or for
one is no sign, and a name that also stands where partners do is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.strangers import is_stranger
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import Keeping, keeping

_BODY = "(?:机关)?(?:党组|党委|党工委|党总支|党支部|“?两委”?)"
_MEN = "(?:领导班子成员|班子成员|领导班子|班子|书记|委员|理论学习中心组|中心组|一班人|全体党员|党员干部|党员)?"
_CLAUSE = "(?:^|(?<=[。；：])|(?<=[后中时来年月下上间前里日初底末季]，)|(?<=[0-9]日，))"
_ACTS = (
    "坚持|始终|认真|严格|第一时间|带头|带着|带领|逐[项条个]|成立|组织|开展|制定|推行|实行|召开|研究|将|把|按照|聚焦|围绕|先后|累计"
    "|全年|每(?:[年月季周]|半年)|多次|专题|深入|扎实|坚决|高度重视|迅速|全面|落实|压实|健全|建立|牢固|持续|着力|切实|定期|班子|及时|与校长|和校长"
)
_OF_PLACES = (
    "凡是?|大事|成立了?|推行|实行|连续[0-9两二三四五]年|全年|累计|共?有党员|现有|坚持|把|将|深入|扎实|率先|先后|每[年月季周]|坚决|始终|今年"
    "|严格|认真|[村居]务监督委员会|村民代表会议|居民代表会议|被评为|获评|荣获|被授予|党员大会|集体经济|村集体|一年来|“四议"
)
_JUDGED = "存在|的?(?:问题|不足|短板|弱项|差距|主要问题)|时|在[^。；，]{1,14}(?:方面|上|中)|[0-9]个问题|抓?党建"
_FRAMES = (
    f"(?:^|(?<=[。；：，]))<name>{_BODY}{_MEN}(?={_ACTS})",
    f"(?:指出|点名|点评|约谈|批评|指明)了?<name>{_BODY}?{_MEN}(?!等|、|和|与|及|级|民|干部|委会|主任|书记)",
    f"对<name>{_BODY}?(?=反馈|点评|提出(?:的|了)?[0-9两三四五])",
    "(?:说|指出|认为|点评时说|评价说)，<name>(?=的?(?:主要)?(?:问题|短板|不足)|存在|党建|在)",
    "(?:支持|关心|关注|帮助)(?:和[一-鿿]{2})?<name>的?(?=发展|工作|建设|党建|各项)",
    "(?<=来)<name>(?=检查指导|视察|传经送宝|考察指导)",
    f"(?:^|(?<=[。；]))<name>{_BODY}{_MEN}(?=(?:被评为|被授予|荣获|获评|获得)[^。；]{{0,16}}(?:先进|优秀|称号|奖|集体|单位|示范))",
    "全年，?<name>(?:没有发生|未发生|无一例|没有一[名人起]|无一[名人起]|(?:干部|党员|职工|员工|干警|教职工)(?:没有|无|未))",
    "<name>(?=全年(?:没有发生|未发生|无一))",
    "(?:和|同)<name>的?(?=乡亲们|父老乡亲|全体干部|全体职工|全体干警|全体师生)",
    f"(?<=[。；，])我是<name>(?!{_BODY})",
    f"(?<=[。；，让把使为给在])(?:我们|咱们?)<name>(?!{_BODY}|[里内各每])",
)
"""Places of one's own unit; `<name>` is a name that ends as its own does."""
_PLACED = f"{_CLAUSE}<name>(?={_OF_PLACES})"
"""The same for places and schools, which act without their Party body, too."""
_ENDS = {
    "镇": ("[一-鿿]{2,3}?镇",),
    "乡": ("[一-鿿]{2,3}?乡",),
    "街道": ("[一-鿿]{2,4}?街道",),
    "街道办事处": ("[一-鿿]{2,4}?街道",),
    "村": ("[一-鿿]{2,3}?村",),
    "社区": ("[一-鿿]{2,4}?社区",),
    "医院": ("[一-鿿]{1,8}?(?:医院|保健院|卫生院|疾控中心)",),
    "学院": ("[一-鿿]{1,8}?学院",),
    **dict.fromkeys(("联社", "农商行", "银行", "信用社"), ("[一-鿿]{1,8}?(?:联社|信用社|银行)|农商银行|农商行",)),
    "支行": ("[一-鿿]{2,6}?支行",),
    "幼儿园": ("[一-鿿]{2,6}?幼儿园",),
    "局": ("[一-鿿]{2,9}?局",),
    "法院": ("[一-鿿]{2,5}?[县市区]人民法院",),
    "检察院": ("[一-鿿]{2,5}?[县市区]人民检察院",),
    "集团": ("[一-鿿]{2,6}?集团",),
    **dict.fromkeys(
        ("中学", "小学", "学校"),
        ("[一-鿿]{2,8}?(?:中学|小学|学校)", "(?:[一二三四五六七八九十]{1,2}|附|实)[中小]"),
    ),
}
"""By the end of one's own name, what the names of its like look like."""
_COURTS = ("法院", "检察院")
_ALSO_BARE = frozenset(("镇", "乡", "街道", "街道办事处", "村", "社区", "医院", "学院", "中学", "小学", "学校"))
_WITH_PARTS = re.compile("职业|师范|技术学院|医学院|专科|高等|体育学院|美术学院|音乐学院|党校|行政学院")
"""What the names of colleges hold that have colleges of their own."""
_WHOLE_SCHOOL = re.compile("^.*(?:大学|学院)(?=[一-鿿]{2,}学院$)")
_TOGETHER = re.compile(
    "我[村镇乡街社校院局行司们单]|两[村镇校院局家个]|双方|跟着|也|观摩|结对|联建|共建|值得|借鉴|学着|一起|比我|同我|给我"
)
"""Words of a sentence about partners and neighbours."""


def acting(survey: Survey, /) -> Iterator[Located]:
    """Yield names of other units of one's own kind in the place of one's own, where they stand nowhere else."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        end = _end(unit.name)
        if end not in _ENDS or (end == "学院" and _has_parts(unit.name)):
            continue
        lines = list(lines_of(survey, report))
        places: dict[str, set[tuple[int, int]]] = {}
        for index, text in lines:
            for pattern in _patterns(end):
                for found in pattern.finditer(text):
                    partner = _TOGETHER.search(text, found.end(), _ending(text, found.end()))
                    if is_stranger(found["name"], unit.name) and not partner:
                        places.setdefault(found["name"], set()).add((index, found.start("name")))
        whole = "\n".join(text for _, text in lines) if places else ""
        for name, told in places.items():
            if whole.count(name) == len(told):
                for index, start in sorted(told):
                    yield Located(index, Match(start, start + len(name)), unit.short_name or unit.name, report=number)


def _has_parts(name: str) -> bool:
    """Tell whether a college is one that has colleges of its own, no part of another one."""
    return _WITH_PARTS.search(_WHOLE_SCHOOL.sub("", name).removesuffix("学院")) is not None


def _end(name: str) -> str:
    """Return the end by which the like of a unit are known: 集团 of a 集团有限公司."""
    kind = kind_of(name)
    if kind is None:
        return ""
    court = next((end for end in _COURTS if name.endswith(end)), "")
    return court or ("集团" if kind.end == "公司" and "集团" in name else kind.end)


@lru_cache(maxsize=16)
def _patterns(end: str) -> tuple[Keeping, ...]:
    """Return the frames for names of this kind."""
    frames = (*_FRAMES, _PLACED) if end in _ALSO_BARE else _FRAMES
    return tuple(keeping(frame.replace("<name>", f"(?P<name>{name})")) for frame in frames for name in _ENDS[end])


def _ending(text: str, at: int) -> int:
    """Return where the sentence ends that a place lies in."""
    end = text.find("。", at)
    return end if end >= 0 else len(text)
