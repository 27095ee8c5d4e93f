"""Two clauses without a mark between them: 开展专项督查5次下发通报3期, 召开座谈会群众踊跃发言 (GB/T 15834-2011, 4.4).

A deed with what it is done to is whole where its count, another deed, a word of manner or somebody else follows.
"""

import re
from collections.abc import Iterator

from assistant.checks.clauses import DEEDS, DONE, masked
from assistant.checks.rule import Match

_THING = (
    "活动 会议 大会 例会 座谈会 党课 培训班 讲座 调研 督查 督导 巡查 演练 比武 竞赛 比赛 大赛 宣讲 研讨 学习 党日 "
    "走访 慰问 谈话 谈心 阵地 长廊 书屋 "
    "广场 活动室 服务站 服务点 工作室 示范岗 责任区 突击队 服务队 宣讲团 党组织 党支部 党小组 问题 隐患 意见 建议 "
    "措施 制度 规范 办法 清单 台账 纠纷 "
    "矛盾 事项 诉求 案件 线索 难题 实事 心愿 工程 项目 基地 平台 窗口 驿站 中心 资料 手册 简报 信息 体会 文章 报告 "
    "课题 承诺书 责任书 通报 作品 节目 "
    "专栏 展板 路灯 道路 管网 图书 委会 企业 单位 商户 对象 分子 群众 家庭 老人 党员 干部 职工 订单 岗位 车位 讲堂 "
    "资产 来访"
).replace(" ", "|")
"""What a count behind it is of: 支委会12次, 隐患56处."""
_COUNT = "(?:人次|场次|家次|件次|批次|次|场|期|处|个|条|项|件|起|户|份|篇|家|台|套|支(?!部))"
_GO_ON = "以上|左右|以内|以下|以?后|之多|不等|并|及|和|与|或|余|之|等|万|的|为|全部|[至到在于]"
"""What stands behind a count and still belongs to it."""
_BY_MANNER = (
    "及时|主动|切实|不断|持续|着力|认真|扎实|充分|努力|大力|全力|坚决|真正|逐步|逐[一项]|广泛|当场|当面|坚定不移|"
    "有力|有效(?!衔接)|"
    "严格(?!要求)|自觉(?!性)|全年|先后|累计"
)
_LEADS = (
    "促进|推动|带动(?!力)|营造|实现|确保|激发|增强|提升(?!行动|工程|改造|任务|培训|计划|年|三年)|凝聚|激励|"
    "(?<!党建)引领|引导|调动|夯实|筑牢|"
    "切实解决|有效解决|攻克|破解|疏通|打通|形成(?!机制|性)|取得|赢得|受到|得到|获得"
)
_OTHERS = (
    "(?:党员)?群众|居民|村民|职工|(?:企业)?群众|企业|(?:全体|广大)?党员|(?:各)?支部|师生|患者|家长|干部职工|党员干部"
)
_TOLD = (
    "(?:更加|更为|越来越|明显|显著|进一步|不断|纷纷|主动|踊跃|自发|积极|都|均|全部|普遍|已|得到|受到|深受|随时|"
    "足不出户)"
)
_WANT = (
    "单一|淡化|薄弱|欠缺|滞后|老化|偏[大低高少弱]|陈旧|松散|涣散|不足|不[够深强高严实多细广新]|不到位|不紧密|"
    "不规范|不平衡|不均衡|不及时|"
    "不明显|不扎实|不深入|不经常|不主动|不理想|不健全|不完善|弱化|虚化"
)
_PART = re.compile("[^，,。；：、！？\n]{8,}")
_DONE = re.compile(f"(?:[一二三四五六]是|首先|其次)?{DONE}")
_GOES_ON = re.compile("一班人|引导|(?:报告|[和与]|落实|实施|完善|方面|改造|优化|规范|巩固)$")
"""Ends of a deed after which the next verb is no new clause."""
_COUNTED = tuple(
    map(
        re.compile,
        (
            f"(?!.*(?:不少于|不低于|不超过|由|对(?!象))).{{0,12}}?(?:{_THING})[0-9.]+[余多]?{_COUNT}"
            f"(?:(?P<a>(?!{_GO_ON})[一-鿿]{{2}})|(?<=[次场期])(?P<b>[0-9]+[余多]?[名人])(?=[一-鿿]{{2}}))",
            "[^0-9，的]{2,16}?[0-9]+[余多]?(?:处|场次|场|次|项|件|起|期|条|份|篇|台)"
            f"(?!改造为)(?P<a>{DEEDS}|{_LEADS}|解决|为(?:群众|企业|居民|职工|党员|老人|学生|村民))",
        ),
    )
)
_KINDS = "封面幅册本张套台部篇首期场次项件条块盏"
_RATED = re.compile(
    "[0-9][余多]?(?:场次|[处场次项件起期条份篇个家户])(?P<a>[一-鿿]{2,5}率)(?=[0-9达为])|"
    "^[^0-9的把用每从分]{4,}[0-9]+[余多]?(?:"
    "(?:公里|平方米|[亩吨台套处件项个次场期份条])(?P<b>(?!为了|除了|到了|有了|[就才便])[一-鿿]{1,3}了(?!解))|"
    f"[{_KINDS}](?P<c>(?!措施|"
    f"任务)[^到至为的降减并已有中里完只落拖隔轮过，。；、：0-9“”]{{2,6}})(?=[0-9]+余?[{_KINDS}名人]))"
)
_FOLLOWED = tuple(
    re.compile(f"(?P<deed>{deed})(?P<a>{word}){rest}[^的，]*$")
    for deed, word, rest in (
        ("[^的]{0,10}?(?:工作|活动|行动|制度|机制|体系|建设)", "[一-鿿]{2}", f"[一-鿿]{{0,12}}?{_TOLD}[一-鿿]"),
        ("[^的]{3,16}?(?<!元)", _LEADS, f"了?(?!{_LEADS}|[和与])[一-鿿]{{3}}"),
        ("[^的0-9]{3,16}?", _OTHERS, f"[一-鿿]{{0,6}}?{_TOLD}[一-鿿]"),
        ("[^的]{3,16}?(?<![并且而也])", _BY_MANNER, "(?!的)[一-鿿]{3}"),
        ("[^的]{3,16}?", "每[名个位]", "[一-鿿]{2}[一-鿿0-9]"),
        ("[^的]{3,16}?", "[将把]", "[一-鿿]{2,}(?:作为|为|纳入|列入|融入|与|到|在)"),
    )
)
_WANTING = re.compile(
    "(?:不[一-鿿]{1,3}|[偏较][一-鿿]|有待[一-鿿]{2}|薄弱|单一|滞后|欠缺|不足)(?:的(?:问题|现象|情况|倾向).*)?$"
)
_SHORT = re.compile(
    f"[一-鿿]{{2}}(?<!软弱)(?:{_WANT})(?P<a>(?!学校|环节|支部|地区|领域|学科|村|[一二三四五六两几0-9]个|的|等|和|与|及|或|而|且|以|之|不|问题|于|造成|导致|影响|"
    f"原因)[^的]{{3}})[^的]*不?[一-鿿]+$"
)


def clauses(text: str, /) -> Iterator[Match]:
    """Yield the joint of two clauses without a mark: a character, and what the second begins with."""
    plain = masked(text)
    deed = False
    for part in _PART.finditer(plain):
        deed = deed if plain[part.start() - 1 : part.start()] == "、" else _DONE.match(part.group()) is not None
        found = _second(part.group(), deed=deed)
        if found is not None:
            joint, end = found.span(found.lastgroup or 0)
            start = part.start() + joint
            yield Match(start - 1, part.start() + end, (f"{text[start - 1]}，{text[start : part.start() + end]}",))


def _second(part: str, *, deed: bool) -> re.Match[str] | None:
    """Return what another clause of a part begins with, None where it is one; `deed`: it belongs to what tells one."""
    rated = _RATED.search(part)
    if rated is not None:
        return rated
    done = _DONE.match(part)
    if done is None and not deed:
        return _lack(part)
    begin = done.end() if done is not None else 0
    for counted in _COUNTED:
        found = counted.match(part, begin)
        if found is not None:
            return found
    for way in _FOLLOWED if done is not None else ():
        found = way.match(part, begin)
        if found is not None and not _GOES_ON.search(found["deed"]):
            return found
    return None


def _lack(part: str) -> re.Match[str] | None:
    """Return what the second of two shortcomings begins with: 活动内容单一党员参与热情不高."""
    if _WANTING.search(part) is None or "因" in part:
        return None
    return _SHORT.search(part)
