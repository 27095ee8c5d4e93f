"""Verbs and their objects: of a noun at the end of a clause, whether the verb before it is one that it goes with.

力度 is 加大, 水平 is 提高: which verbs a noun takes is a table, and any other verb of the table's own list is unusual.
Verbs with few objects of their own (塑造, 推行) are told by the nouns that they take, and heard where nothing but how
it is done stands before them: elsewhere they are names as often as verbs.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word, taken
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_BEFORE = 26
"""Characters before a noun in which its verb is looked for."""
_STOP = re.compile("[，。；：、！？“”《》（）\n]")
_QUOTED = re.compile("“[^“”，。；\n]{1,14}”")
"""A name between a verb and its noun hides neither: 扩大“三会一课”质量."""
_ROW = re.compile("(?<=[一-鿿]{3})、(?=[一-鿿]{3,5}(?:、|的))")
"""Marks between short parts of what describes a noun: 比教学、比育人、比奉献的热潮."""
_JOINED = "＆"
"""Stands for what links a noun to one before it: both are governed by the same verb."""
_LINKS = ("以及", "、", "和", "与", "及")
"""What links a noun to the next one."""
_NAME = re.compile("[化性率度力者座员师]")
"""Behind a verb they make it a name: 规范化水平."""
_OWN = re.compile(
    "(?<!没)有(?!效|力|序)|由|进入|转变|转化|改革|影响(?!力)|征求|净化|缓解|[靠受留恢]|[是具缺让使获迈铸出评]|公开|发现|存在|体现|成为|研究|筛查|排查|识别|[干走站冲]在|防范|打下|引领|反映|纳入|列入|立足|着眼|重温|寻差"
)
"""Verbs outside the table: where the clause has one, the verb of the table may belong to what describes the noun."""
_MAIN = re.compile("(?:不断|进一步|切实|着力|努力|大力|积极|持续|深入|有效|充分|全面|严格|认真|带头|自觉|坚决)$")
"""Before a verb these say that it governs the noun, whatever stands between."""
_ALONE = re.compile("(?:^|没有|未能|[我要并将]|支部|党委|党组|班子|党员|干部|(?<!性)地|来)$")
"""Before a verb that is told by its nouns these say, as those do, that it is one."""
_DENIES = ("不", "不够", "没", "未")
"""Before a noun they make it something that isn't so (不够稳定, 不稳定)."""
_NO_VERB = frozenset("轻重的不未没难自已进待可与和及对所被加其再得地高大强好快新")
"""Before a verb these say that it is no verb, belongs to another word, or is not what governs the noun."""
_NO_OBJECT = ("的", "于", "到", "至", "出", "性", "力", "率", "不")
"""Behind a verb they make it a name, or deny it (落实不到位)."""
_OTHER = re.compile("[一-鿿]{2}[补强聚提促增添]$")
"""An object of its own, and the verb that the noun belongs to: 优化队伍补短板."""
_WITH = re.compile("(?:(?<!参)与|[同对])[^与同和及]{1,12}的")
"""What is compared or dealt with, between a verb and its noun: it hides neither."""
_QUALITY = re.compile(
    "[更较很最]?(?:[大好高多强新]|重要|突出|积极|应有|良好|明显|显著|优异|巨大|独特|有力|广泛|深刻|重大|浓厚|优秀|先进|正确|相应|较[大好高多强]|群众|党员|职工|企业|居民|村民|干部|师生|患者|大家)的"
)
"""Before a noun they are no clause of their own: 发挥更大的贡献."""
_ADDS = ("添", "增", "促", "激", "聚", "显", "注", "提")
"""Verbs of one character that headings have right before what they are done to."""
_FAULTS = frozenset(("问题", "现象", "情况", "毛病", "倾向", "短板"))
_FAULTY = re.compile("[不没未无缺少差弱低慢松散浅虚难偏浮单轻粗乱]一?的$|(?:[不没未缺][^的]{1,6}|单一|不一|形式化)的$")
"""Before them these say what is at fault; the verb is a part of that."""
_PLAIN = ("明显",)
"""They end with the same character, and are something else: 取得明显作用."""
_LOOSE = re.compile("的|(?<!参)与|[和及并等上见]|为(?!民)")


@dataclass(frozen=True)
class Objects:
    """Nouns with the verbs they take, the usual one first.

    `near` are verbs that never govern past a 的, `few` those that are told by their own nouns.
    """

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    row: re.Pattern[str]
    takes: Mapping[str, tuple[str, ...]]
    near: frozenset[str]
    few: frozenset[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the verbs that don't go with their nouns."""
        plain = _ROW.sub("〇", _QUOTED.sub(lambda found: "名" * len(found.group()), text))
        for head, start in self._heads(plain):
            clause = _STOP.split(self.row.sub(_joined, plain[max(0, start - _BEFORE) : start]))[-1]
            takes = self.takes[head]
            verbs = [verb for verb in self.verbs.finditer(clause) if not _NAME.match(clause, verb.end())]
            if not verbs or any(verb.group() in takes for verb in verbs) or text[:start].endswith(_DENIES):
                continue
            verb = next((verb for verb in reversed(verbs) if self._may_govern(verb, clause)), verbs[-1])
            if _OWN.search(clause[: verb.start()]) or _OWN.search(clause, verb.end()):
                continue
            listed = text[start - len(clause) - 1 : start - len(clause)] == "、"
            if verb.group() in self.few and (listed or not self._may_govern(verb, clause)):
                continue
            behind = clause[verb.end() :].rpartition(_JOINED)[2]
            between = _QUALITY.sub("", _WITH.sub("", behind.removeprefix("了")))
            before = clause[verb.start() - 1 : verb.start()]
            if before in _NO_VERB or _OTHER.match(between) or between.startswith(_NO_OBJECT):
                continue
            if head in _FAULTS and _FAULTY.search(between):
                continue  # 履行职责不到位的问题
            if between.endswith(_ADDS) and not between.endswith(_PLAIN):
                continue  # 创新方式添活力
            alone = not listed and self._governs(clause[: verb.start()], clause[verb.end() :])
            main = verb.group() not in self.near or between != behind or alone
            if _LOOSE.search(between.replace("的", "") if main else between):
                continue
            at = start - len(clause) + verb.start()
            yield Match(at, at + len(verb.group()), (takes[0],))

    def _heads(self, plain: str) -> Iterator[tuple[str, int]]:
        """Yield the nouns at the end of clauses, and those that such a noun is linked to, with where they stand."""
        for found in self.nouns.finditer(plain):
            yield found.group(), found.start()
            if plain[found.end() : found.end() + 1].isdigit():
                continue  # 建立问题、任务、责任3张清单
            before = max(0, found.start() - _BEFORE)
            if not plain.endswith(_LINKS, before, found.start()):
                continue
            for link in self.row.finditer(plain, before, found.start()):
                if link.end() == found.start():
                    yield link["one"], link.start()

    def _may_govern(self, verb: re.Match[str], clause: str) -> bool:
        """Tell whether a verb is no name: the table's own are taken for verbs wherever they stand."""
        return verb.group() not in self.few or self._governs(clause[: verb.start()], clause[verb.end() :])

    @staticmethod
    def _governs(before: str, behind: str) -> bool:
        """Tell whether a verb that may be a name is one by what stands around it."""
        return behind.startswith("了") or bool(_ALONE.search(before) or _MAIN.search(before))


def _joined(found: re.Match[str]) -> str:
    return found["one"] + _JOINED * len(found["link"])


def objects(table: Table, needs: Callable[[str], Needs]) -> Objects:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    verbs = table.text("verbs").split()
    takes = taken(table)
    few = _told_by_nouns(table, takes)
    words = any_word(takes)
    source = f"(?:{words})(?=[，。；！]|[0-9]+(?![0-9]*(?:小时|分钟|天))|$)"
    near = frozenset(table.text("near").split()) | few
    row = re.compile(f"(?P<one>{words})(?P<link>{any_word(_LINKS)})")
    return Objects(re.compile(any_word({*verbs, *few})), re.compile(source), row, takes, near, few, needs(source))


def _told_by_nouns(table: Table, takes: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Add verbs to what the nouns take by the rows of `few`: a noun stands for all of its group; return the verbs."""
    groups = [group.text("heads").split() for group in table.tables("groups")]
    verbs: set[str] = set()
    for row in table.tables("few"):
        row.refuse_unknown({"verbs", "nouns"})
        nouns = set(row.text("nouns").split())
        if unknown := nouns - takes.keys():
            raise row.wrong("nouns", f"{min(unknown)} stands in no group")
        verbs |= (own := set(row.text("verbs").split()))
        for group in groups:
            if nouns.intersection(group):
                for head in group:
                    takes[head] += tuple(sorted(own))
    return frozenset(verbs)
