"""The trades of a rule's table: by what a unit's name tells its trade, and the words that belong to it.

A row is `signs=telling|common|weak`: signs that the names of its units hold, and that tell that a sentence is about
them; words only this trade has; words that others use, too, by which one's own sentences are known; words that others
speak of so often that they are strange only where something is reported of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.text.keeping import Keeping, keeping

REPORTED = (
    "利用率|使用率|满意[度率]|改造|更新|执行率|合格率|准确率|整修|升级|完好率|达标率|优质率|上座率|待闸|待运|交接班|审核|清点|检修|巡检|巡查|建档|回访"
    "|投诉|培训覆盖|管理[规更]|得实惠|放心|流失率|周转|等候|排队|坪效|出勤率|摆放|秩序"
    "|测评|抽查|提质|升温"
)
"""What is reported of a thing among one's own work."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade: signs, words that tell it, words it shares, words that are strange only where work is reported."""

    signs: re.Pattern[str]
    words: frozenset[str]
    common: frozenset[str]
    weak: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trades:
    """All trades, with a pattern for their telling words and one for the weak ones where work is reported."""

    all: tuple[Trade, ...]
    telling: Keeping
    weak: Keeping


@lru_cache(maxsize=2)
def trades_of(rows: tuple[str, ...]) -> Trades:
    """Return the trades of a table; raises re.error where a sign can't be read."""
    trades = []
    for row in rows:
        signs, _, rest = row.partition("=")
        telling, common, weak = (frozenset(part.split()) for part in (rest + "||").split("|")[:3])
        trades.append(Trade(re.compile("|".join(signs.split())), telling, common, weak))
    every = _longest_first(frozenset().union(*(trade.words for trade in trades)))
    weak_words = _longest_first(frozenset().union(*(trade.weak for trade in trades)))
    return Trades(tuple(trades), keeping(every), keeping(f"(?:{weak_words})(?={REPORTED})"))


def _longest_first(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
