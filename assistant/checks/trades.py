"""What only units of another trade have: 病区 in the report of a school, 换热站 in that of a waterworks.

The table of the rule has a row for each trade: signs (what the names of its units hold, and what tells that a sentence
is about them), `=`, its own words, `|`, words that others use, too. Told is a word that stands once, in a sentence of
the unit's own trade, where no other word of the foreign trade stands anywhere and the sentence speaks of nobody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.identity import unit_of
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import Keeping, keeping

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
_COUNTED = re.compile("(?:共|累计)?[0-9]")
_ROW = 2
"""Pauses of a row of three, in which things of any trade stand."""
_BRIEF = 40
"""Characters of a sentence so brief that the paragraph tells what it is about."""
_LEAST = 2
"""Own words that tell the trade of a unit whose name doesn't."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade: what the names of its units hold, its words, and those that others use, too."""

    signs: re.Pattern[str]
    words: frozenset[str]
    common: tuple[str, ...]


def words(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the words of trades that are not the unit's."""
    trades, pattern = _trades(options.words["trades"])
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if not unit.name or (kind is not None and kind.is_place) or _GENERAL.search(unit.name):
            continue
        found = [(index, one) for index, text in lines_of(survey, report) for one in pattern.finditer(text)]
        told = [one.group() for _, one in found]
        said = set(told)
        own = [one for one in trades if one.signs.search(unit.name) or len(one.words & said) > _LEAST]
        known = frozenset().union(*(one.words for one in own))
        around = (*known, *(word for one in own for word in one.common))
        for index, one in found if own else ():
            word = one.group()
            of = [trade for trade in trades if word in trade.words]
            alone = told.count(word) == 1 and not any((trade.words & said) - {word} for trade in of)
            if word not in known and alone and _is_within(one, around) and not _is_about_others(one, of):
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
    if _COUNTED.match(text, found.end()):
        return True
    end = text.find("。", found.end())
    sentence = text[text.rfind("。", 0, found.start()) + 1 : end if end >= 0 else len(text)]
    if any(word in sentence for word in around if word not in found.group()):
        return True
    return len(sentence) < _BRIEF and sum(word in text for word in around) > _LEAST


@lru_cache(maxsize=2)
def _trades(rows: tuple[str, ...]) -> tuple[tuple[Trade, ...], Keeping]:
    trades = []
    for row in rows:
        signs, _, own = row.partition("=")
        own, _, common = own.partition("|")
        trades.append(Trade(re.compile("|".join(signs.split())), frozenset(own.split()), tuple(common.split())))
    every = sorted(frozenset().union(*(trade.words for trade in trades)), key=lambda word: (-len(word), word))
    return tuple(trades), keeping("|".join(every))
