"""Another unit in the place of one's own: 县水利局党组坚持… in the report of the county's transport office."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import Keeping, keeping

_ORGAN = "[县市区旗][一-鿿]{1,10}?(?:局|委|办|医院|法院|检察院|学校|中学|中心|公司|集团|馆)"
_PLACE = "[一-鿿]{2,6}?(?:镇|乡|街道|社区|村|局|院|校|公司|集团|中心)"
_VERBS = "坚持|严格|认真|始终|高度重视|全面|深入|扎实|带头|切实|定期|专题|将|把|全年|班子|落实|制定|召开|组织|聚焦|围绕"
_BODY = "(?:机关)?(?:党组|党委|党工委|党总支|党支部)"
_DOING = (
    f"(?:^|(?<=[。；])|(?<=[年来步]，))在?<name>{_BODY}(?:书记)?(?={_VERBS}|在|共?有党员|下设|现有|下辖)",
    f"(?:现|我|谨)代表<name>(?:{_BODY})?(?=述职|作|报告|汇报|班子|向)",
    f"(?:作为|担任)<name>(?:{_BODY})?(?=书记|局长|院长|校长|主任|第一责任人)",
)
"""What one's own body does, has, is led by; `<name>` is a name that ends as one's own does."""
_HIS = f"<name>{_BODY}"
_MADE = (
    "(?:把|将)<name>(?=(?:真正|努力)?(?:建设|打造|建|办)成)",
    f"(?:推动|促进|推进|开创|助推|助力|带动|谱写|书写|续写)<name>(?:{_BODY})?的?"
    "(?=各项(?:工作|事业)|高质量|党建|党的建设|党支部建设|改革发展|事业|建设|发展|新(?:局面|篇章|辉煌))",
    "为<name>的?(?:高质量|改革|事业|各项|跨越|转型){0,2}(?=发展|工作)",
    f"(?:带领|率领)<name>(?:{_BODY})?(?=全体|广大|党员|干部|职工|群众|师生|医护|员工|官兵|班子|上下|一班人)",
    "(?:结合|立足|紧扣|针对)<name>(?=实际|特点|区位|工作实际)",
    "(?:影响|损害|树立|展示|维护)了?<name>(?:的|党员干部的)?(?=形象|声誉)",
    f"(?:请[^。；]{{2,24}}对|给)<name>(?:{_BODY}|第?[一二三四五六七八九十]{{1,2}}党支部)*的?(?=工作)",
    "(?<=在)<name>(?=上下|内部|营造|形成了?|掀起)",
    "(?:均|都|全)?[为是]<name>(?=历年|历史上?|建[校院局]以来|近年|近[两三五十]年)",
    "(?:支持|督促)<name>(?=纪委|纪检)",
    f"(?:请|恳请|提请|希望)(?!集团公司|总公司|上级|[省市县区]公司){_HIS}(?=派|安排|组织|给予|加强|选派|支持|帮助|定期|多|统筹|协调)",
    "(?:推动|推进|依托|做优|放大|擦亮|讲好|叫响)<name>(?=“)",
    "让<name>(?:真正)?(?=成为|更|焕发|充满|走向)",
    f"(?:对照|修订|完善|执行)<name>(?:{_BODY})?(?=廉洁|廉政|岗位|内控|章程|管理制度|风险防控|工作规则|议事规则)",
)
"""What one makes of one's own unit."""
_LED = (
    f"在<name>{_BODY}的?(?:坚强|正确|有力|统一)?(?=领导|带领|指导)",
    f"(?:落实|贯彻|执行|按照)好?<name>{_BODY}(?:的|和[一-鿿]{{2,6}}的)?"
    "(?=[一-鿿]{0,6}(?:部署|要求|安排|清单|分工|决议|决定|工作计划))",
)
"""Where one's own body or one above it can stand, never a unit of the same level."""
_GENERAL = (
    keeping(f"(?:^|(?<=[。；]))(?P<name>{_ORGAN})(?:党组|党委|党总支|党支部)(?:书记)?(?={_VERBS})"),
    keeping(f"(?:把|将)(?P<name>{_ORGAN})(?=(?:真正)?(?:建设|打造|建|办)成)"),
    keeping(
        f"(?:推动|促进|推进|开创|助推|带动)(?P<name>{_PLACE})的?(?:基层)?(?:党建|党的建设|组织|各项)(?:各项)?工作?"
        "(?=再上|迈上|再迈|上新|再创|走在|取得新|实现新|提质|高质量|新局面|全面)"
    ),
)
"""The same for units whose names end otherwise."""
_OWNERS = frozenset("我全各本该两每等及其他所有")
_FUNCTION = frozenset("是的由和与在为以让使对把将")
"""What no name holds."""
_IN_PLACE = re.compile("^[一-鿿]{2}[县市区旗镇乡]")
"""What a name may begin with, and places may be called so: 永和县."""
_DESCRIBED = keeping(
    "平安|和美|和谐|美丽|清廉|智慧|数字|文明|示范|幸福|未来|完整|宜居|韧性|绿色|书香|特色|先进|品牌|一流|标杆|样板|强"
    "|基层|党的|队伍|工作|建设|问题|中心村|行政村|自然村|乡村|农村|传统|试点|联系|结对|挂钩|包联|邻近|相邻|兄弟|新型|重点|公立|民营|地区|推动|推进|制定|召开|组织|检查|查看|巡查|整治|清理|调研"
)
"""What no unit's own name holds: what a place is to become, a class of places, one that others belong to."""
_NO_NAME = re.compile(
    "后进|乡镇|薄弱|脱贫|贫困|落后|空壳|移民|经济|重点|城中|民族|涣散|整顿|整治|搬迁|合并|[强富弱大小老新]村|口子|园区|山区|库区|派驻|驻点|对口|联建"
    "|公立|民营|县级|市级|上级|下级|三甲|定点|协作|托管|成员|帮扶|支援|受援|党员|干部|群众|领导|机关|职能|二级|所属|下属|部门|单位|主管|分管"
    "|按照|今年|去年|当年|年初|年底|团结|带领|实行|推行|执行|修订|制定|落实|认真|召开|坚持|参加|参与|接受|服从|配合|协助|支持|推动|督促|指导|组织|发挥|加强|强化|健全|完善|根据|依托|通过"
    "|围绕|对照|学习|传达|宣传|聚焦|依靠|立足|结合|担任|主持|代表|出台|印发|提交|报送|建立|成立|规范|优化|提升|带动|引导|发动|邀请|联合|协调"
    "|走访|深入|走进|纳入|作为|成为|属于|位于|评为|推荐|选派|选举|调整|压实|履行|遵守|主动|积极|重温|修改|有些|一些|部分|少数|个别|其他|相关|有关"
    "|其余|[这那哪有某一]些|[一二两三四五六七八九十几多这那哪某首]个|抓好|抓实|做好|当好|管好|守好|建好|用好|看齐|规划|开展|充分|不断|进一步|切实|严格|全面|扎实"
)
"""What stands before 村, 医院 … without being a name."""
_INNER = re.compile("[一-鿿]{2,4}(?P<what>灌区|水库|林区|景区|港区|矿区|油田|保护区|牧场|机场|枢纽)(?=[一-鿿])")
"""What a unit runs whose name tells it: 青渠灌区管理处."""
_HAS_PARTS = frozenset(
    ("公司", "集团", "银行", "法院", "检察院", "分局", "联社", "学会", "协会", "联合会", "中心", "所", "站")
)
"""Ends that units below or above the reporting one have, too."""


def strangers(survey: Survey, /) -> Iterator[Located]:
    """Yield the names of other units where only the one that reports can stand; its own may be cut short."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if kind is None:
            continue
        lines = list(lines_of(survey, report))
        whole = "\n".join(text for _, text in lines)
        told: dict[str, set[tuple[int, int]]] = {}
        within = _INNER.search(unit.name)
        patterns = [*_GENERAL, *_patterns(kind.end), *(_patterns(within["what"], inner=True) if within else ())]
        for index, text in lines:
            for pattern in patterns:
                for found in pattern.finditer(text):
                    if is_stranger(found["name"], unit.name):
                        told.setdefault(found["name"], set()).add((index, found.start("name")))
        for name, places in told.items():
            for index, start in sorted(places) if whole.count(name) == len(places) else ():
                match = Match(start, start + len(name))
                yield Located(index, match, unit.name, report=number)


@lru_cache(maxsize=16)
def _patterns(end: str, *, inner: bool = False) -> tuple[Keeping, ...]:
    """Return the frames for names with this end; `inner`: of what the unit runs, that does nothing itself."""
    frames = _MADE if inner or end in _HAS_PARTS else (*_DOING, *_MADE, *_LED)
    return tuple(keeping(frame.replace("<name>", f"(?P<name>[一-鿿]{{2,9}}?{end})")) for frame in frames)


def is_stranger(name: str, own: str) -> bool:
    """Tell whether a name is another unit's than one's own: 县人社局 is short for 县人力资源和社会保障局."""
    rest = iter(own)
    alike = _common_end(name, own)
    head, plain = name[: len(name) - alike], _IN_PLACE.sub("", name)
    return (
        not _OWNERS & set(head)
        and not _FUNCTION & set(plain[: max(0, len(plain) - alike)])
        and _DESCRIBED.search(head) is None
        and _NO_NAME.search(head) is None
        and not all(character in rest for character in name.lstrip("省市县区旗"))
    )


def _common_end(name: str, own: str) -> int:
    """Return how many characters a name and one's own end with alike: of 青山国有林场, 碧溪国有林场 places are left."""
    size = 0
    while size < min(len(name), len(own)) - 1 and name[-size - 1] == own[-size - 1]:
        size += 1
    return size
