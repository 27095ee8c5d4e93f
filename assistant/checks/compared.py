"""Two counts of one sentence of which one can't be more, or less, than the other: 27次、累计13人次; 8户6人."""

import re
from collections.abc import Iterator

from assistant.checks.quantities import EACH
from assistant.checks.rule import Match

_NUMBER = re.compile("[0-9]+")
_END = re.compile("[。；\n]")
_N = r"(?<![0-9.])[0-9]+"
_FEWER = (
    re.compile(
        rf"(?P<more>{_N})(?:场次|次|场|期)[、，](?:(?:累计|共|共计|服务|参与|培训|覆盖|惠及|教育|参加|受众|受益|接待)[^。；，、0-9]{{0,8}})?(?P<less>[0-9]+)人次"
    ),
    re.compile(rf"与(?P<more>{_N})名[^。；，0-9]{{2,10}}(?:谈心|谈话|座谈)[^。；，0-9]{{0,6}}(?P<less>[0-9]+)人次"),
    re.compile(rf"(?P<more>{_N})户(?:共)?、?(?P<less>[0-9]+)人(?!次|均)"),
)
"""Each time somebody comes, in each household somebody lives."""
_PART_OF = (
    re.compile(
        r"(?:学习|会议|调研|活动|研讨|大会)(?P<more>[0-9]+)(?P<unit>次|场|期)[，、（](?:其中，?)?(?:我|本人|由我)(?:本人|带头|亲自)?(?:主持|领学|参加|作[一-鿿]{2,6}|列席)[^。；，、0-9]{0,6}(?P<less>[0-9]+)(?P=unit)"
    ),
    re.compile(
        r"(?:党课|讲座)(?P<more>[0-9]+)(?P<unit>次|场|期|堂)[，、（](?:其中，?)?(?:我|本人|由我)(?:本人|带头|亲自)?(?:主持|讲|授课)[^。；，、0-9]{0,6}(?P<less>[0-9]+)(?P=unit)"
    ),
    re.compile(
        rf"(?P<more>{_N})(?P<unit>个|件|项|条|户|起)(?:，|、(?=已|现已|其中))(?:已经?|现已|目前已?|当月|年内|帮助|协调|推动|督促|现场)?(?:办成|办结|改完|整改|完成整改|解决|销号|化解|落实|兑现|采纳|有)了?(?P<less>[0-9]+)(?P=unit)(?!措施)"
    ),
    re.compile(rf"(?P<more>{_N})(?P<unit>[名个户家])[^。；，、0-9]{{2,10}}中的?(?:有)?(?P<less>[0-9]+)(?P=unit)"),
    re.compile(
        rf"(?P<more>{_N})(?P<unit>[个家户所座处条名支项件])(?P<noun>[一-鿿]{{2,4}}?)(?:已|现已|均|都|应|需|计划)*(?:全部|全面|均|都)[^。；，0-9]{{0,14}}，[^。；，0-9]{{0,6}}(?:已有?|其中有?|完成)[^。；，0-9]{{0,4}}(?P<less>[0-9]+)(?P=unit)(?P=noun)"
    ),
    re.compile(
        rf"(?P<more>{_N})(?P<unit>个|件|项|条)(?:问题|事项|诉求|建议|意见|任务|项目|线索)[，]?(?:已经?|共|累计)?(?:办结|整改|解决|完成|化解|落实|销号|办理)(?:完成|到位)?(?P<less>[0-9]+)(?P=unit)"
    ),
    re.compile(
        rf"(?:参加|参与|应考|报名)[^。；，0-9]{{0,12}}?(?P<more>{_N})(?P<unit>[名人])，(?:其中)?(?:考核|考试|测试)?(?:成绩)?(?:合格|及格|通过|优秀|达标|取证|结业)的?(?P<less>[0-9]+)(?P=unit)"
    ),
)
"""What is a part of the count before it."""
_PAIRS = re.compile(
    rf"(?P<one>{_N})[名位个户家支](?P<who>[^。；，0-9]{{1,14}}?)(?:与|和|同|联系|结对|帮带|帮扶|带|对接|认领)(?P<other>{_N})[名位个户家支](?P<whom>[^。；0-9]{{1,24}}?)"
    "(?:结|组|配|帮|签|成|形成)[^。；，0-9]{0,10}?(?P<pairs>[0-9]+)(?:对|(?<=[对子子][0-9])个|(?<=[对子子][0-9]{2})个)"
)
"""6名党员与6名青年结成6对."""
_SPLIT = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>个|件|项|条|户)[^。；，0-9]{0,10}，[^。；，0-9]{0,6}(?:改完|办成|整改|办结|完成|解决|销号|化解|落实)(?:了|完成|到位)?(?P<done>[0-9]+)(?P=unit)[，、](?:另有?|另外|其余|剩余|剩下|还有|尚有|余下)的?(?P<rest>[0-9]+)(?P=unit)"
)
_PLACES = re.compile(
    r"第 ?(?P<old>[0-9]+) ?[位名](?:上升|提升|前移|跃升|前进|下降)(?:到|至)(?:全[一-鿿])?第 ?(?P<new>[0-9]+) ?[位名]，"
    r"(?:上升|前移|提升|前进|下降|跃升)了?(?P<by>[0-9]+)[位名]"
)
_HALF = re.compile(
    rf"(?:(?:下降|减少|压减|缩短)(?:了|近)?一半[^。；0-9]{{0,8}})(?:由|从)[^。；，、0-9]{{0,3}}(?:20[0-9]{{2}}年的?)?(?P<old>{_N})(?P<unit>[一-鿿]{{1,2}}?)(?:降|减|缩短|下降|减少|压减|压缩)(?:至|到|为)(?P<new>[0-9]+)(?P=unit)"
)
_TENTH = 0.1
"""Part by which a half may be rounded."""
_GREW = re.compile(
    rf"(?P<more>{_N})(?P<unit>[名个家户])[^。；，、0-9]{{2,24}}，[^。；，、0-9]{{0,10}}由(?P<old>[0-9]+)(?P=unit)(?:增加|增|上升|提高|发展|扩大)(?:到|至|为)(?P<new>[0-9]+)(?P=unit)"
)
_SIGNED = re.compile(
    rf"(?<![、和])(?:与|同|组织)(?P<with>(?:{_N}[个名家户支位][^。；，、0-9]{{1,14}}[、和及]?){{1,4}})签(?:订|下|署)了?[^。；，、0-9]{{2,14}}(?P<papers>[0-9]+)份"
)
"""与12个村、3个社区签订责任书15份: one paper, or as many, for each of them."""
_AGAIN = re.compile(
    rf"(?P<whole>{_N})(?P<unit>[名人])(?P<between>[^。；]{{2,50}}?[，；])(?P<again>[0-9]+)人(?=均|都|全部|全是)"
)


_ONE_EACH = re.compile(
    rf"(?P<one>{_N})[名户人村个家支份]，?[^。；，、0-9]{{2,16}}[^。；0-9]{{0,10}}?(?P<other>[0-9]+)[个份条项套件本名][^。；，0-9]{{0,6}}，(?:实现|做到|确保|真正|实行|开展|进行)?(?:一[人户村企校班书园]一|一对一|(?P<all>[人户村家校班])(?P=all))"
)
"""47名党员认领“微心愿”47个，一人一愿."""
_APIECE = re.compile(
    "每[个名家户支]?(?P<noun>[一-鿿]{1,6}?)(?:每年|全年|各)?[^。；，0-9每]{0,8}(?P<each>[0-9]+)(?P<unit>[个名次份件项条篇套场本])[^。；0-9]{0,14}，"
    "(?P<count>[0-9]+)[个名家户支所](?P=noun)[^。；，0-9]{0,8}[共计总][^。；，0-9]{0,8}(?P<sum>[0-9]+)(?P=unit)"
)
"""每个支部确定2个项目，13个支部共确定26个."""
_FOR_ALL = re.compile("(?:，|实现|做到|确保|真正|实行|开展|进行)(?:一对一|一[人户村企校班书园]一|([人户村家校班])\\1)")
_DOUBLED = re.compile(
    rf"[由从][^。；，0-9]{{0,8}}(?P<old>{_N})[一-鿿]{{1,3}}(?:增加|增长|提高|发展|扩大|上升|增|升)[到至](?P<new>[0-9]+)[一-鿿]{{1,3}}，[^。；，0-9]{{0,4}}(?:(?:增加|增长|提高|扩大)了?[近约]?[一1]倍|翻了?[一1]番)"
)
_AGES = re.compile(
    "最[大长]的?(?:为|有)?(?P<more>[0-9]{2})岁[^。；0-9]{0,8}最[小年轻]{1,2}的?(?:为|有|只有|仅)?(?P<less>[0-9]{2})岁"
)
_SO_FAR = re.compile(
    rf"(?:1[至到—－-](?:[2-9]|1[01])月|上半年|前三季度|一季度)[^。；，0-9]{{0,16}}(?P<part>{_N}(?:\.[0-9]+)?)(?P<unit>[一-鿿]{{1,2}})[^。；0-9]{{0,12}}，[^。；，0-9]{{0,4}}全年[^。；，0-9]{{0,10}}?(?P<whole>[0-9]+(?:\.[0-9]+)?)(?P=unit)"
)
"""今年1至10月完成产值4.8亿元，全年预计完成5.9亿元."""


def _sentence(text: str, at: int) -> int:
    """Return where the sentence begins that a place is in."""
    return max(text.rfind(mark, 0, at) for mark in "。；\n") + 1


def _alike_before(text: str, found: re.Match[str]) -> int:
    """Return how many of the same there are besides, told earlier: 班子问题18个，个人问题39个，已改53个."""
    start = _sentence(text, found.start())
    noun = text[max(start, found.start("more") - 2) : found.start("more")]
    others = re.findall(f"{re.escape(noun)}([0-9]+){found['unit']}", text[start : found.start("more")])
    return sum(map(int, others)) if len(noun) > 1 else 0


def _same_before(text: str, found: re.Match[str]) -> Iterator[int]:
    """Yield what is counted alike earlier in the sentence: 反馈25个问题，由我整改6个，目前销号23个."""
    start = _sentence(text, found.start())
    yield from (0, *map(int, re.findall(f"([0-9]+){found['unit']}", text[start : found.start("more")])))


def _less(text: str) -> Iterator[Match]:
    """Yield papers that are not one for each, the oldest who is the youngest, a year that is less than its months."""
    for found in _ONE_EACH.finditer(text) if _FOR_ALL.search(text) else ():
        start = _sentence(text, found.start())
        if found["one"] != found["other"] and found["other"] not in _NUMBER.findall(text, start, found.start("other")):
            yield Match(found.start("one"), found.end("other"))
    for found in _AGES.finditer(text) if "最" in text else ():
        if int(found["more"]) < int(found["less"]):
            yield Match(found.start("more"), found.end("less"))
    for found in _APIECE.finditer(text) if "每" in text else ():
        if int(found["each"]) * int(found["count"]) != int(found["sum"]):
            yield Match(found.start("each"), found.end())
    for found in _DOUBLED.finditer(text) if "倍" in text or "番" in text else ():
        if abs(int(found["new"]) - 2 * int(found["old"])) > 2 * _TENTH * int(found["old"]):
            yield Match(found.start("old"), found.end())
    for found in _SO_FAR.finditer(text) if "全年" in text else ():
        if float(found["part"]) > float(found["whole"]):
            yield Match(found.start("part"), found.end("whole"))


def impossible(text: str, /) -> Iterator[Match]:
    """Yield counts that are less than what each of them stands for, pairs that are not, parts more than their whole."""
    for pattern in _FEWER:
        for found in pattern.finditer(text):
            if int(found["less"]) < int(found["more"]):
                yield Match(found.start("more"), found.end())
    yield from _less(text)
    for found in _PAIRS.finditer(text) if "对" in text else ():
        if found["one"] == found["other"] != found["pairs"]:
            yield Match(found.start("one"), found.end())
    for pattern in _PART_OF:
        for found in pattern.finditer(text):
            all_there_are = int(found["more"]) + _alike_before(text, found)
            if int(found["less"]) > max(all_there_are, *_same_before(text, found)) and not EACH.search(
                text, 0, found.start()
            ):
                yield Match(found.start("more"), found.end())


def unequal(text: str, /) -> Iterator[Match]:
    """Yield halves that are none, increases that are not what came anew, and the same people counted twice."""
    for found in _HALF.finditer(text) if "一半" in text else ():
        if abs(int(found["new"]) * 2 - int(found["old"])) > 2 * _TENTH * int(found["old"]):
            yield Match(found.start(), found.end())
    for found in _SPLIT.finditer(text):
        off = int(found["done"]) + int(found["rest"]) - int(found["whole"])
        end = _END.search(text, found.end())
        others = _NUMBER.findall(text, _sentence(text, found.start()), end.start() if end else len(text))
        three = sum(int(found[name]) for name in ("whole", "done", "rest"))  # 提出96条，解决80条，列入计划12条，尚有4条
        both = str(int(found["done"]) + int(found["rest"]))  # 问题41条、措施96条，已销号38条，剩余3条
        if off and not {str(abs(off)), str(three), both} & {*others} and not EACH.search(text, 0, found.start()):
            yield Match(found.start(), found.end())
    for found in _PLACES.finditer(text) if "第" in text else ():
        if abs(int(found["new"]) - int(found["old"])) != int(found["by"]):
            yield Match(*found.span("by"), (str(abs(int(found["new"]) - int(found["old"]))),))
    for found in _GREW.finditer(text) if "由" in text else ():
        off = int(found["new"]) - int(found["old"]) - int(found["more"])
        if off and abs(off) <= 2:
            yield Match(found.start("more"), found.end())
    for found in _SIGNED.finditer(text) if "签" in text else ():
        bodies = [int(number) for number in _NUMBER.findall(found["with"])]
        if int(found["papers"]) % sum(bodies[:-1] if "共" in found["with"] else bodies):
            yield Match(found.start("with"), found.end())
    for found in _AGAIN.finditer(text):
        told = {int(count) for count in re.findall("([0-9]+)[名人](?!次)", found["between"])} | {int(found["whole"])}
        again = int(found["again"])
        if again not in told and min(abs(again - one) for one in told) <= 1:
            yield Match(*found.span("again"), (str(min(told, key=lambda one: abs(again - one))),))
