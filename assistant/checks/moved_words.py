"""A word of manner behind the verb that it belongs before: 履行认真第一责任人职责, 开展积极志愿服务, 发挥充分党员作用.

Told where our texts have the two words in the other order only, and what follows is the object of the verb.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.rule import Match
from assistant.checks.word_classes import WordClasses
from assistant.text.usage import Usage

MOVED = "moved"
"""The grade of a word that stands behind the one it belongs before."""

_LEAST = 4
"""Characters of a run that holds two words of two."""
_MARK = re.compile("[“《0-9]")
"""Behind a word of manner they begin the object of the verb before it."""
_LOOSE = frozenset("的地得了着过和与及或在对把将被是不为以从向到由等就也都还又再并而能会要使让给、率性度")
_FREE = frozenset(
    [
        "坚持",
        "保持",
        "做到",
        "注重",
        "力求",
        "要求",
        "实现",
        "追求",
        "体现",
        "表现",
        "转向",
        "走向",
        "带头",
        "形成",
        "得到",
        "改革",
        "工作",
    ]
)
"""Verbs whose object may be how something is done: 坚持深入, 做到认真."""
_ONLY = frozenset(
    [
        "认真",
        "扎实",
        "切实",
        "充分",
        "积极",
        "严格",
        "自觉",
        "主动",
        "及时",
        "深入",
        "大力",
        "努力",
        "不断",
        "进一步",
        "逐步",
        "稳步",
        "着力",
        "始终",
        "定期",
        "亲自",
        "带头",
    ]
)
"""Words that stand before any verb."""
_ACTORS = frozenset(
    ["我", "本人", "我们", "党支部", "支部", "党委", "党总支", "党组", "班子", "党员", "来", "要", "将", "能", "并"]
)
"""Who acts, and what else stands between that and the verb."""
_MEASURED = frozenset(("提前", "提早", "提速"))
"""Words that have the measure of it behind them: 识别提前20天."""
_NAMING = frozenset(
    [
        "创新",
        "有效",
        "重点",
        "安全",
        "民主",
        "科学",
        "合理",
        "统一",
        "集中",
        "公开",
        "长期",
        "高效",
        "高质量",
        "规范",
        "联合",
        "成功",
        "自由",
        "统筹",
        "系统",
        "独立",
        "共同",
        "免费",
        "一起",
    ]
)
"""Words that name or count a thing as often as they tell how something is done: 扩大有效投资, 查处一起吃拿卡要."""


def moved(usage: Usage, runs: Iterable[CutRun], text: str, classes: WordClasses) -> Iterator[Match]:
    """Yield pairs of a verb and a word of manner in the wrong order, in the runs of a text."""
    for cut in of_size(runs, _LEAST):
        words, start = cut.words, cut.start
        for number in range(len(words) - 1):
            verb, manner = words[number : number + 2]
            behind = words[number + 2] if number + 2 < len(words) else ""
            end = start + len(verb) + len(manner)
            if (
                _is_moved(usage, verb, manner, classes)
                and _opens(words[:number], classes)
                and _is_object(usage, manner, behind, text[end : end + 1], classes)
            ):
                yield Match(start, end, (manner + verb,))
            start += len(verb)


def _is_moved(usage: Usage, verb: str, manner: str, classes: WordClasses) -> bool:
    acts = verb in classes.actions or verb in classes.events
    how = manner in classes.manner or manner in classes.adverbs
    if not (acts and how) or verb in _FREE or manner in _NAMING or manner[-1] == "化":
        return False
    return manner in _ONLY or usage.seen(manner, verb) or usage.alone(manner + verb) is not None


def _opens(before: Sequence[str], classes: WordClasses) -> bool:
    """Tell whether the clause begins with a verb, but for who acts and how: 队伍建设|持续提质 has it as a subject."""
    return all(word in classes.adverbs or word in classes.manner or word in _ACTORS for word in before)


def _is_object(usage: Usage, manner: str, behind: str, follow: str, classes: WordClasses) -> bool:
    if not behind:
        return _MARK.match(follow) is not None and not (manner in _MEASURED and follow.isdigit())
    acts = behind in classes.actions or behind in classes.events or behind in classes.single
    how = behind in classes.manner or behind in classes.adverbs or behind in classes.qualities
    named = behind in classes.things or behind[0] in _LOOSE or usage.seen(manner, behind)
    return not (acts or how or named)
