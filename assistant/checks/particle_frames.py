"""的, 地 and 得 for each other, told by what the words around them are: how something is done, the doing, a thing.

Usage tells only what our texts have; the classes of words hold for any pair of them (精心的组织党员, 安排的过于简单).
"""

import re

from assistant.checks.particle_nouns import NAMES_TOO
from assistant.checks.particle_rights import GOVERNING, stands
from assistant.checks.word_classes import WordClasses, begins_with, ends_with

_CLAUSE = re.compile("[^，。；：、！？“”《》（）\\s0-9]*")
_WITH = re.compile(
    "(?:把|将(?![军来士领])|向(?![上心前往导])|对(?![口外象策照标接内策])|按(?![时期])|为(?![民主官政人期])(?=[一-鿿]{3})"
    "|围绕|依照|按照|让|使(?![命用])|与(?![会时])|同(?![志步类]))[一-鿿]{2}"
)
"""Words before a noun with which an action begins, and what follows."""
_DONE = re.compile(
    "了(?!解|结)|着(?!力|眼|手|重|想)|过(?!程|渡|硬)|到(?!位率|期|场)|好(?!评|坏|处|转|人|事)|出(?!口|台|勤|行|路|资|入)"
    "|成(?!效|果|绩|本|员|长|立|功|人|熟)|给(?!予|力)|起来|下来|下去|起(?!点|步|草|居)|完(?!善|成|整)|入(?!党|口|学|库|户)|至|于|在|回|掉"
)
"""Behind a verb they tell that it is one."""
_WHAT = re.compile(
    "各(?:项|类|种|级|支|个|部|村|镇|科|单)|每[一个名位项]|全(?:体|县|市|镇|乡|局|校|院|区|省|村|社区|公司|系统)|这|那|本(?:人|单|局|校|院|村)|我|他|她|其|大家|党员|干部|群众|职工"
    "|居民|村民|企业|师生|学生|患者|基层|广大|所有|有关|相关|上级|中央|[省市县区镇]委|一[个项批支次名件]|[两三四五六]个"
)
"""Behind a verb they begin its object."""
_GOVERNED = re.compile(f"{GOVERNING}|作|做|有|是|组织|举行|通过|经过|及|和|与|的")
"""Verbs whose object may be an action (进行全面的检查)."""
_GOVERNS = re.compile(f"(?:{GOVERNING}|[做作])了?$|[一两三四五六七八九十几0-9][张份个套本条项种支名位座间台块幅批类]$")
"""Right before a word of manner with 的 they tell that what follows is a name: 缺少持续的跟踪考评, 一张统一的报送单."""
_HOW_MUCH = re.compile(
    "(?:(?:还|仍|仍然|也|都|均|尚|总体)?(?:不够|不太|不很|不甚|不|没有|未能|欠|缺乏)|(?:还|仍|也|都|均|还是|仍然)?(?:很|较|较为|比较|非常|十分|特别|更加|更|更为|太|过于|过|极其|极为|极|相当|最|最为|越来越|有些|有点|尤其|格外|分外|异常|越发|相对|稍|略|还算|挺|这么|那么|如此))(?:地)?"
)
"""Words of degree before what tells how something is done."""
_HAS = re.compile(
    "(?:建立|健全|形成|营造|制定|出台|提供|打造|取得|发挥|具有|构建|搭建|奠定|树立|产生|缺乏|缺少)了?(?:一[个套支批种])?[一-鿿]{2,4}$"
)
"""Before a word with 地 they have a thing for their object: 建立了科学地考核评价体系."""
_COUNTED = frozenset(["多", "少", "大", "小", "高", "低", "强", "弱", "早", "晚", "差"])
"""They may tell of those who or what does something: 学习的多."""
_COUNT = re.compile("(?:还|也|仍)?(?:不|很|较|最)?[多少]")
"""How many do something, or of something."""
_NOUNS = frozenset("性度率化者员")
"""Behind what is an action they make a noun of it (坚定性)."""
_TAKES = frozenset("性度率化者员力感而为是能要让使也都就当成有不")
"""Behind what is an action or its name they make it the name."""
_BESIDE = re.compile("(?:科学|坚强|是[一-鿿]{0,4}|[和与及、][一-鿿]{2})$")
"""Before a 的 that belongs to a noun all the same."""
_STOP = re.compile("[，。；、！？）”]|了?$|的问题|的现象|的情况|的地方")
_BY_WHAT = re.compile("(?:^|[，。；：、])[^，。；：、]{0,4}[用以凭靠拿](?:更加?|最)?$")
"""Before a word of manner they have a thing for their object: 用实实在在的变化回报."""
_LAST = re.compile("[，。；：、！？\\s]")
_WAYS = re.compile("作风|态度|意识|方式|风格|状态|氛围|能力|水平|机制|制度|体系|措施|举措")
"""How something is done: 扎实地工作作风."""
_OWNER = re.compile(
    "(?:[一-鿿][出掉]|克服|防止|避免|杜绝|改变|扭转|体现|反映|感受到|看到|消除|形成|转化为|变为|缺少|缺乏|没有(?!真正|完全)|成为|建立)了?[一-鿿]{2,10}$"
)
"""A verb that wants an object, and what leads to it."""
_BECOMES = frozenset("为成到给入在于")
"""Ends of verbs that have an object behind them in any case."""
_SEEN = "到"
"""Ends of verbs that tell what is seen or felt, in the clause behind: 清醒地看到，差距还不小."""
_NAMES = ("形式", "程序", "架构", "机构", "结构", "场所", "网络")
"""Behind what is done they make it a name: 针对性的组织形式."""
_SO = ("换来", "赢得", "是", "让", "使", "得到", "成为", "带来", "受到", "为发展")
"""Behind any action they say so: 主动的担当成为习惯."""
_PREDICATES = ("赢得", "换来", "在", "是", "让", "使", "得到", "取得", "成为", "带来", "受到")
"""Behind what is done they say that it is the subject: 一丝不苟的服务赢得信任."""
_PAIR, _FOUR, _NEAR = 2, 4, 12
_WORK, _DEGREE = "工作", "程度"
_DENIES = frozenset("不未")
_OF_ACTIONS = re.compile(
    "(?:办法|方法|能力|途径|措施|举措|机制|作用|效果|手段|渠道|方案|思路|条件|路径|载体|平台|环境|氛围|局面|格局|态度|精神|作风|队伍|意识|要求|目标|过程|典型|经验|做法|体系|制度)$"
)
"""What actions with their object are for: 有效的解决问题的办法."""
_PATTERNED = re.compile("不[一-鿿]不[一-鿿]|时[一-鿿]时[一-鿿]|越来越[一-鿿]{1,2}|又[一-鿿]又[一-鿿]")
"""Fours that tell how something is done."""


def meant(text: str, at: int, before: str, classes: WordClasses) -> str:
    """Return the particle that is meant at a place behind a word, empty where the written one may stay."""
    written = text[at]
    if stands(text, at, classes):
        return ""
    named = "得" in text[max(0, at - _NEAR) : at] and _COUNT.match(text, at + 1)  # 推得开的不多
    if written != "得" and not named and _tells_result(text, at, before, classes):
        return "得"
    if written != "地" and _tells_manner(text, at, classes):
        return "地"
    return "的" if written != "的" and _names(text, at, classes) else ""


def is_owned(before: str) -> bool:
    """Tell whether a verb before an action and 的 has what stands behind them for its object: 缺少沟通的耐心."""
    return _OWNER.search(_LAST.split(before)[-1]) is not None


def how(text: str, at: int, classes: WordClasses) -> bool:
    """Tell whether a 地 at a place stands between a word of manner and an action."""
    behind = _until_mark(text, at + 1)
    acts = begins_with(behind, 0, classes.actions) or begins_with(behind, 0, classes.events)
    manner = ends_with(text, at, classes.manner) or ends_with(text, at, classes.adverbs)
    return text[at] == "地" and bool(acts and manner) and not _is_name_of(text, at, classes)


def _tells_manner(text: str, at: int, classes: WordClasses) -> bool:
    """Tell whether a word of manner stands before a place, and an action with its object behind it."""
    only = ends_with(text, at, classes.adverbs) != ""
    manner = ends_with(text, at, classes.manner)
    twice = len(manner) > 0 and text.startswith(manner, at + 1)  # 该公开的公开
    head = text[: at - len(manner)]
    lead = text[: at - len(manner or ends_with(text, at, classes.adverbs))]
    if (not only and not manner) or _GOVERNS.search(lead) or twice or head[-1:] in _DENIES:
        return False
    rest = _until_mark(text, at + 1)
    said = rest.partition("的")[0]
    if begins_with(said, 0, classes.things) and _BY_WHAT.search(text[: at - len(manner)]):
        return False
    action = begins_with(said, 0, classes.actions) or begins_with(said, 0, classes.events)
    if _WITH.match(said) or not action:
        acts = begins_with(said, 0, classes.single) != "" and (_DONE.match(said, 1) or said == rest == said[:1])
        return bool(acts) or _WITH.match(said) is not None
    behind = said[len(action) :]
    if behind:
        whole = rest if said != rest and not only else ""
        becomes = action[-1] in _BECOMES
        sure = only or len(manner) >= _FOUR
        return _has_object(said, len(action), classes, only=sure) and (becomes or not _OF_ACTIONS.search(whole))
    if _STOP.match(text, at + 1 + len(rest)) or said != rest:
        bare = said == rest and (only or action.endswith(_SEEN) or _is_told(text[:at], classes))
        return bare and action not in classes.events
    return not _GOVERNED.search(text[max(0, at - _NEAR) : at]) and not _BESIDE.search(text[:at])


def _is_told(clause: str, classes: WordClasses) -> bool:
    """Tell whether nothing but a subject stands in a clause before a word of manner (群众满意度|持续)."""
    subject = _LAST.split(clause)[-1]
    subject = subject.removesuffix(ends_with(subject, len(subject), classes.manner))
    pairs = {subject[at : at + _PAIR] for at in range(len(subject) - 1)}
    return len(subject) > _PAIR and not _GOVERNED.search(subject) and pairs.isdisjoint(classes.actions | classes.events)


def _is_name_of(text: str, at: int, classes: WordClasses) -> bool:
    """Tell whether what stands before 地 is a thing that is done, or behind it the name of a way of doing."""
    manner = ends_with(text, at, classes.manner) or ends_with(text, at, classes.adverbs)
    behind = _until_mark(text, at + 1)
    event = begins_with(behind, 0, classes.events)
    if manner:
        return bool(event) and _WAYS.match(behind, len(event)) is not None
    thing = ends_with(text, at, classes.things - {_DEGREE})
    return bool(thing and (event or begins_with(behind, 0, classes.actions)))


def _whole(text: str, start: int) -> tuple[str, int]:
    clause = _until_mark(text, start)
    return clause, len(clause)


def _until_mark(text: str, start: int) -> str:
    found = _CLAUSE.match(text, start)
    return found.group() if found else ""


def _has_object(said: str, size: int, classes: WordClasses, *, only: bool) -> bool:
    """Tell whether what stands behind an action is its object, not a name that it is part of (落实机制)."""
    event, behind = said[:size] in classes.events, said[size:]
    other = begins_with(behind, 0, classes.actions) if event else ""
    if other and len(behind) > len(other) + len(_WORK):  # 学习|领会|全会精神
        return _has_object(behind, len(other), classes, only=only)
    thing = ends_with(said, len(said), classes.things)
    says = behind.startswith(_SO) or (bool(event) and behind.startswith(_PREDICATES))
    named = behind.startswith(_NAMES) or says or behind[0] in _NOUNS
    if named or _DONE.match(behind) or said[size - 1] in _BECOMES:
        return not named
    if _WHAT.match(behind):
        return not (thing and event)
    if behind == _WORK:
        return not event
    lead = begins_with(behind, 0, classes.things)
    told = event or len(behind) <= _FOUR or begins_with(behind, len(lead), classes.actions)
    if (thing and behind[0] in "和与及") or (lead and told):
        return False
    free = not event or (only and len(behind) > _PAIR)
    acts = begins_with(behind, 0, classes.actions) or begins_with(behind, 0, classes.events) or behind[0] in _TAKES
    return free or (not (thing or acts) and len(behind) >= _PAIR)


def _tells_result(text: str, at: int, before: str, classes: WordClasses) -> bool:
    """Tell whether an action stands before a place, and behind it how well it is done."""
    action = ends_with(text, at, classes.actions) or ends_with(text, at, classes.events)
    single = before in classes.single
    if not single and not (action and action.endswith(before)):
        return False
    fours = _PATTERNED.match(text, at + 1)
    if fours is not None and _STOP.match(text, fours.end()):
        return True
    degree = _HOW_MUCH.match(text, at + 1)
    if degree is None:
        result = begins_with(text, at + 1, classes.results)
        known = len(result) >= _FOUR or (len(result) > 1 and result not in NAMES_TOO)
        known = known or (single and len(result) == 1 and result not in _COUNTED)
        known = known and (single or not is_owned(text[:at]))
        return known and _STOP.match(text, at + 1 + len(result)) is not None
    result = begins_with(text, degree.end(), classes.results)
    if not result or _STOP.match(text, degree.end() + len(result)) is None:
        return False
    return result not in _COUNTED or single


def _names(text: str, at: int, classes: WordClasses) -> bool:
    """Tell whether a thing stands behind a place, or a word before it that only things have."""
    if text[at] == "地" and ends_with(text, at, classes.qualities):
        return True
    if text[at] == "地" and _is_name_of(text, at, classes):
        return True
    if text[at] == "地" and _HAS.search(text[:at]) and ends_with(*_whole(text, at + 1), classes.things):
        return True
    thing = begins_with(text, at + 1, classes.things)
    if not thing or thing[0] in _DENIES or thing in classes.actions or thing in classes.events:
        return False
    if text[at] == "地" and not ends_with(text, at, classes.manner):
        return False
    follow = text[at + 1 + len(thing) : at + 2 + len(thing)]
    return follow != "化" if text[at] == "地" else not follow or follow in "，。；、的和与是还也都仍不较有"
