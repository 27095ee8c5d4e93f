"""Measure words: of a noun with its number, whether the measure between or behind them is one that it is counted in.

党员 are counted in 名, a 突击队 in 支: which measures a noun takes is a table, and any other common one is a slip.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word, taken
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_THINGS = (
    "个 名 位 人 个人 支 条 件 项 户 家 篇 份 部 台 辆 座 本 册 起 处 间 张 块 幅 枚 株 棵 只 头 套 栋 幢 笔 面 封"
    " 盏 眼 所 门 颗 艘 根 首 列 匹 双 副 床 扇 例 顶 尾 架"
)
_OFTEN = "次 人次 轮 轮次 批 批次 遍 回 趟"
_TIMES = f"{_OFTEN} 场 场次 期 节 堂 讲"
"""Measures of what is done: behind a noun they count how often it was done to it (走访党员12次), whatever the noun; the
first of them before it, too (走访12次党员)."""
_CONCERNED = "人 户 家 起 笔"
"""Measures of whom or what it was done to, behind whatever it was: 解除合同1人, 办理贷款58笔."""
_FREE = frozenset([*_TIMES.split(), *_CONCERNED.split()])
_PEOPLE = frozenset("名人位")
_BODIES = re.compile(
    "(?:支部|总支|党委|小组|组织|班组|岗位?|组|队|团|室|部门|站所|车间|社区|村|企业|单位|机构|学校|医院|专班|公司|银行|小学|中学|高校|大学|院校|工厂|网点|协会)$"
)
_MAKING = re.compile(
    "成立|组建|设立|建立|新建|组织|选派|建成|打造|评选|培育|创建|整合|撤并|调整|成了|新增|表彰|抽调|派出"
)
"""Behind the name of a body people are its members (东片支部29名), but where it was just made."""
_NUMBER = r"(?<![第0-9.〔—-])[0-9]+(?:\.[0-9]+)?[余多]?"
_DIGITS = "0123456789"
_GOES_ON = (
    "参加|参与|开展|完成|进行|全部|均|都|通过|达到|受到|被|纳入|为|在|分别|到|赴|前往|深入|下沉|担任|组成|结成|实现|获得|已|作为|投身"
    "|坚守|驻|进村"
)
_SPELT = "(?<![第统唯专同逐之任每其一前后按])[一两三四五六七八九十几]"
_SPELT_THINGS = "名 位 条 项 件 支 座 部 台 辆 只 棵 首 篇 所 栋 幅 盏 株 艘 颗 枚 间 头"
"""Measures that are nothing else behind a number in characters: 一个, 一起 and 一面 often are."""
_LONGEST = 8
"""Characters between a measure and its noun at most."""
_EVENT = re.compile("(?:会|课|班|赛|日|讲座|沙龙|活动)$")
"""What is done and named by a noun; 宣讲 and 义诊 are verbs as often: 5个年级宣讲."""
_OF_PEOPLE = re.compile("[员人师生长者手民工兵警友医]")
"""Between 名 and a noun they are who is counted: 3名医生走访困难家庭."""
_ELSEWHERE = re.compile("(?:上报|移送|移交|转办|报送|交办|转出到|退出|反馈给?|送交)(?:有关|相关|各|企业、|领导)?$")
"""Before a noun they say that something else is counted, which goes there: 移送相关部门338条."""
_WHO_DID = re.compile("(?:签订|签署|提交|递交|取得|拿到)[^，。；0-9]{0,6}$")
"""Before a noun they say that those who did it may be counted: 签订协议71名."""


@dataclass(frozen=True)
class Measures:
    """The two ways in which a noun is counted, and for every noun the measures that it takes, the usual one first.

    `far` finds nouns with more than the usual words before them, unless one of `stops` is among these: then something
    else is counted. `done` are the nouns that are themselves something that is done.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    far: re.Pattern[str]
    then: re.Pattern[str]
    stops: re.Pattern[str]
    takes: Mapping[str, tuple[str, ...]]
    done: frozenset[str]
    longest: int
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the measures in which their nouns are not counted."""
        told: set[int] = set()
        for found in self.before.finditer(text):
            noun = found["noun"]
            told.add(found.start("measure"))
            if not self._fits(text, found, noun, found.start("noun"), _OFTEN.split()):
                yield Match(*found.span("measure"), (self.takes[noun][0],))
        for found in self.behind.finditer(text):
            noun, measure = self._noun(text, found.start()), found["measure"]
            start = found.start() - len(noun)
            if not noun or text.endswith(("每", "各", "每个", "每家"), 0, start):
                continue
            if self._fits(text, found, noun, start, _FREE) or _is_of_others(text[:start], measure):
                continue
            if not (measure in _PEOPLE and _are_members(text[:start], noun)):
                yield Match(*found.span("measure"), (self.takes[noun][0],))
        yield from (match for match in self._far(text) if match.start not in told)

    def _far(self, text: str) -> Iterator[Match]:
        """Yield measures with anything between them and a noun that is not counted in them."""
        for found in self.far.finditer(text):
            measure, start = found["measure"], found.end()
            noun = self._named(text, start)
            if noun is None or measure in (takes := self.takes[noun[0]]) or measure == "人":
                continue
            between = text[start : noun[1]]
            if not self.stops.search(between) and not self._counts(between, measure):
                yield Match(*found.span("measure"), (takes[0],))

    def _named(self, text: str, start: int) -> tuple[str, int] | None:
        """Return the first noun that ends what may be a name, with where it begins; None where there is none."""
        last = min(len(text), start + _LONGEST + self.longest)
        for end in range(start + 1, last + 1):
            if not "一" <= text[end - 1] <= "鿿":
                break
            noun = self._noun(text, end, start)
            counted = noun and end - len(noun) - start <= _LONGEST
            if counted and (noun not in self.done or _EVENT.search(noun)) and self.then.match(text, end):
                return noun, end - len(noun)
        return None

    def _noun(self, text: str, end: int, start: int = 0) -> str:
        """Return the longest noun that ends at a place, empty where none does."""
        for size in range(min(self.longest, end - start), 0, -1):
            if text[end - size : end] in self.takes:
                return text[end - size : end]
        return ""

    def _fits(self, text: str, found: re.Match[str], noun: str, start: int, free: Collection[str]) -> bool:
        """Tell whether a noun is counted in a measure, or that is free to count how often something was done to it."""
        measure = found["measure"]
        if text.endswith("其中", 0, start) and f"{measure}，" in text[: min(start, found.start())]:
            return True  # 投诉7件，其中党员2件
        return measure in self.takes[noun] or (measure in free and noun not in self.done)

    def _counts(self, between: str, measure: str) -> bool:
        """Tell whether a measure counts something that stands before the noun: 5家企业捐赠图书."""
        if measure in _PEOPLE and _OF_PEOPLE.search(between):
            return True
        starts, ends = range(len(between) - 1), range(2, len(between) + 1)
        return any(measure in self.takes.get(between[start:end], ()) for start in starts for end in ends)


def _is_of_others(before: str, measure: str) -> bool:
    """Tell whether a figure behind a noun counts something else: what goes there, or who did it."""
    return bool(_ELSEWHERE.search(before) or (measure in _PEOPLE and _WHO_DID.search(before)))


def _are_members(before: str, noun: str) -> bool:
    """Tell whether a number behind the name of a body is of its members: the clause has only its name before it."""
    clause = re.split("[，。；：、（]", before)[-1]
    return bool(_BODIES.search(noun) and clause) and not _MAKING.search(clause.rpartition("其中")[2])


def measures(table: Table, needs: Callable[[str], Needs]) -> Measures:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    takes = taken(table)
    nouns, kinds = any_word(takes), any_word([*_THINGS.split(), *_TIMES.split()])
    between = f"(?:{any_word(table.text('between').split())})*?"
    before = rf"{_NUMBER}(?P<measure>{kinds}){between}(?P<noun>{nouns})(?=[，。；、）]|$|{_GOES_ON})"
    behind = rf"(?<=[一-鿿])(?:共|达)?{_NUMBER}(?P<measure>{kinds})(?=[，。；、（]|$|和|及|与)"
    things = any_word([*_THINGS.split(), *_TIMES.split()[len(_OFTEN.split()) :]])
    events = {noun for noun, own in takes.items() if own[0] in _TIMES.split()}
    counts = rf"(?:{_NUMBER}|(?={_SPELT}(?:{any_word(_SPELT_THINGS.split())})(?!龙|分|部|目|一扶))[一-鿿])"
    goes_on = any_word([*_GOES_ON.split("|"), *_words(table, "then")])
    far = rf"{counts}(?P<measure>{things})(?!目)"
    then = re.compile(f"[，。；）]|$|{goes_on}")
    stops = re.compile(any_word(_words(table, "stops")) or "(?!)")
    finders = (re.compile(before), re.compile(behind), re.compile(far))
    return Measures(*finders, then, stops, takes, frozenset(events), max(map(len, takes)), needs(nouns))


def _words(table: Table, key: str) -> list[str]:
    """Return the words of a key that may be absent."""
    return table.text(key).split() if table.has(key) else []
