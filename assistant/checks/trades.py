"""What only units of another trade have: 病区 in the report of a school, 换热站 in that of a waterworks.

Told is a word that stands once, in a sentence of the unit's own trade, where no other word of the foreign trade stands
anywhere and the sentence speaks of nobody else. The table of the rule is read by `trade_table`.
"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.trade_table import REPORTED, Trade, trades_of
from assistant.checks.unit_kinds import kind_of

_GENERAL = re.compile(
    "县委|市委|区委|政府|管委会|纪委|组织部|宣传部|统战部|政法委|机关工委|党校|发改|应急|开发区|园区|新区|商会|协会|联合会|工会"
)
"""Units that speak of all trades."""
_OTHERS = re.compile(
    "走访|慰问|共建|联建|结对|参观|联合|会同|合作|邀请|帮扶|捐|进[校企社医乡村军机]|送[医教法课技]|对接|协调|支援|驻|客户|校企"
    "|商户|研学|观摩|考察|学习.{1,8}经验|家属|子女|体检|就医|看病|住院|生病|丈夫|妻子|父亲|母亲|比喻|好比|如同|就像|像|走[进遍到入向]|旁听|模拟|转运"
    "|解答|老人|某|歇脚|修缮|不正当|敲门|社会调查|情景|职务犯罪|沿岸|代办|跨界|外出|出差|上下学|接送|隐患排查|治理|整治|审图|会审"
)
"""Words of a sentence about others, or about what befalls anybody."""
_COUNTED = re.compile(f"(?:共|累计)?[0-9]|{REPORTED}")
_RATED = ("满意度", "满意率")
_ROW = 2
"""Pauses of a row of three, in which things of any trade stand."""
_BRIEF = 40
"""Characters of a sentence so brief that the paragraph tells what it is about."""
_LEAST = 2
"""Own words that tell the trade of a unit whose name doesn't."""


def words(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the words of trades that are not the unit's."""
    trades = trades_of(options.words["trades"])
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if not unit.name or (kind is not None and kind.is_place) or _GENERAL.search(unit.name):
            continue
        lines = list(lines_of(survey, report))
        found = [(index, one) for index, text in lines for one in trades.telling.finditer(text)]
        said = Counter(one.group() for _, one in found)
        own = [one for one in trades.all if one.signs.search(unit.name) or len(one.words & said.keys()) > _LEAST]
        around = tuple(frozenset().union(*(one.words | one.common for one in own)))
        ours = frozenset().union(*(one.words | one.common | one.weak for one in own))
        weak = [
            (index, one)
            for index, text in lines
            for one in trades.weak.finditer(text)
            if not any(one.group() in word for word in said)
        ]
        whole = "\n".join(text for _, text in lines) if weak else ""
        for index, one in (*found, *weak) if own else ():
            word = one.group()
            of = [trade for trade in trades.all if word in trade.words or word in trade.weak]
            alone = not any((trade.words & said.keys()) - {word} for trade in of)
            once = said[word] == 1 if word in said else whole.count(word) == 1
            within = word not in said or _is_within(one, around)  # of the weak ones something is reported
            if once and alone and within and not any(our in word for our in ours) and not _is_about_others(one, of):
                yield Located(index, Match(*one.span()), unit.short_name or unit.name, report=number)


def _is_about_others(found: re.Match[str], of: list[Trade]) -> bool:
    text = found.string
    end = text.find("。", found.end())
    begin = text.rfind("。", 0, found.start()) + 1
    sentence = text[begin : end if end >= 0 else len(text)]
    around = text[begin : found.start()] + "，" + text[found.end() : begin + len(sentence)]
    quoted = text[found.start() - 1 : found.start()] in {"“", "《"} or text.startswith(("”", "》"), found.end())
    clause = re.split("[，；：]", text[begin : found.start()])[-1] + re.split("[，；：。]", text[found.end() :])[0]
    return (
        quoted
        or clause.count("、") >= _ROW
        or _OTHERS.search(around) is not None
        or any(trade.signs.search(around) for trade in of)
    )


def _is_within(found: re.Match[str], around: tuple[str, ...]) -> bool:
    """Tell whether the sentence is one about the unit's own trade, or counts what the word says among its work."""
    text = found.string
    if _COUNTED.match(text, found.end()) or found.group().endswith(_RATED):
        return True
    end = text.find("。", found.end())
    sentence = text[text.rfind("。", 0, found.start()) + 1 : end if end >= 0 else len(text)]
    if any(word in sentence for word in around if word not in found.group()):
        return True
    return len(sentence) < _BRIEF and sum(word in text for word in around) > _LEAST
