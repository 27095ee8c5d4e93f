"""How well a measure answers a problem: by the themes both are heard to speak of, and by the words they share.

What many items of a list speak of tells little about any one of them: themes and words count the less the more problems
and measures have them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from assistant.checks.points import Item

ENOUGH = 0.3
"""From this on a measure answers a problem."""
_NEAR = 60
"""Code points behind a problem's own sentence that still tell what it is about."""
_NAMED, _TOLD = 1.0, 0.6
"""What a theme counts that the sentence naming a problem (or measure) speaks of, and one heard only behind it."""
_WORDS = 2.4
"""What it counts if all words of a problem stand in a measure."""
_MANY = 10
"""Rare pairs of characters that say as much as all words of a short problem."""
_IN_TURN = 0.12
"""What it counts that a measure stands where the problem does in its list."""
_TAKEN = 0.45
"""What a measure loses for every problem it answers already."""
_AGAIN = 0.2
"""How much more it must be worth to answer another problem."""
_FILLER = re.compile(
    "进一步|不够|不足|还需|有待|存在|问题|差距|加强|强化|提升|提高|工作|方面|能力|水平|抓好|抓实|做好|针对|深入|坚持|狠抓|全年|党建|党员|支部"
    "|[的得与及等不还]|[^\u4e00-\u9fff]"
)


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Something problems and measures are about, and the words by which it is heard."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one item speaks of: themes with their weight, and pairs of characters with theirs."""

    themes: dict[str, float]
    pairs: dict[str, float]


@dataclass(frozen=True, slots=True)
class Answers:
    """How well each measure answers each problem, by their places in the two lists."""

    scores: dict[tuple[int, int], float]
    shared: dict[tuple[int, int], tuple[str, ...]]

    def answers(self, measure: int) -> bool:
        """Tell whether a measure answers any problem at all."""
        return any(score >= ENOUGH for (_, other), score in self.scores.items() if other == measure)

    def chosen(self, problems: Sequence[int], measures: Sequence[int]) -> list[tuple[int, int]]:
        """Return a measure for every problem that has one: the surest first, a measure that is free before others."""
        taken: Counter[int] = Counter()
        left = set(problems)
        result: list[tuple[int, int]] = []
        while left and measures:
            worth = {
                (p, m): score - _TAKEN * taken[m]
                for p, m in product(sorted(left), measures)
                if (score := self.scores[p, m]) >= ENOUGH + (_AGAIN if taken[m] else 0)
            }
            if not worth:
                break
            best = max(worth, key=lambda pair: worth[pair])
            result.append(best)
            taken[best[1]] += 1
            left.discard(best[0])
        return sorted(result)


def answers(problems: Sequence[Item], measures: Sequence[Item], themes: Sequence[Theme]) -> Answers:
    """Return how well the measures answer the problems."""
    known = tuple(themes)
    asked = [_heard(item.text, item.whole[: len(item.text) + _NEAR], known) for item in problems]
    given = [_heard(item.text, item.whole, known) for item in measures]
    rare_themes = _rarity([heard.themes for heard in asked], [heard.themes for heard in given])
    rare_pairs = _rarity([heard.pairs for heard in asked], [heard.pairs for heard in given])
    scores: dict[tuple[int, int], float] = {}
    shared: dict[tuple[int, int], tuple[str, ...]] = {}
    for (p, problem), (m, measure) in product(enumerate(asked), enumerate(given)):
        common = [theme for theme in problem.themes if theme in measure.themes]
        about = sum(problem.themes[one] * measure.themes[one] * rare_themes[one] for one in common)
        score = about + _WORDS * _overlap(problem, measure, rare_pairs)
        scores[p, m] = score + (_IN_TURN if p == m and score > 0 else 0)
        shared[p, m] = tuple(common)
    return Answers(scores, shared)


@lru_cache(maxsize=512)
def _heard(text: str, whole: str, themes: tuple[Theme, ...]) -> _Heard:
    about = {
        theme.name: _NAMED if theme.words.search(text) else _TOLD
        for theme in themes
        if theme.words.search(text) or theme.words.search(whole)
    }
    pairs = dict.fromkeys(_pairs(whole), _TOLD) | dict.fromkeys(_pairs(text), _NAMED)
    return _Heard(about, pairs)


def _pairs(text: str) -> list[str]:
    return [word[i : i + 2] for word in _FILLER.sub(" ", text).split() for i in range(len(word) - 1)]


def _rarity(asked: Sequence[dict[str, float]], given: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return what is left of the weight of something that several problems or several measures speak of."""
    in_problems, in_measures = (Counter(key for one in side for key in one) for side in (asked, given))
    return {key: 2 / (in_problems[key] + in_measures[key]) for key in in_problems if key in in_measures}


def _overlap(problem: _Heard, measure: _Heard, rarity: dict[str, float]) -> float:
    """Return the part of a problem's words that a measure has, as far as they are rare; many of a long one suffice."""
    whole = sum(problem.pairs.values())
    both = sum(weight * rarity[pair] for pair, weight in problem.pairs.items() if pair in measure.pairs)
    return max(both / whole, min(both / _MANY, 1)) if whole else 0.0
