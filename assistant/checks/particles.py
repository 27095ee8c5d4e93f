"""的, 地 and 得 for each other: told where the right one makes the sentence much likelier."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.particle_frames import how, is_owned, meant
from assistant.checks.particle_nouns import is_name_too, is_noun
from assistant.checks.particle_rights import GOVERNING, stands
from assistant.checks.rule import Match
from assistant.checks.word_classes import WordClasses, begins_with, ends_with
from assistant.text.lattice import Lattice
from assistant.text.usage import Usage

_SHORTEST = 3
"""Characters of a run in which a particle stands between two words."""
_GOVERNED = re.compile(f"(?:{GOVERNING}|[做作])了?[一-鿿]{{2,3}}$")
"""Before a 的 they tell that what follows is named: 缺少持续的跟踪考评."""
_HAN = re.compile("[一-鿿]")
_PARTICLES = "的地得"
_WEIGHED = 4
"""Characters of a run that usage can judge."""
_OCCASIONS = ("时间", "机会", "次数", "日子", "习惯", "人数")
"""What there may be little of for doing something: 读书思考的时间不多."""
_PLACES = frozenset("上中里下内外面")
"""Ends of words before a 的 that stands for a noun: 用到发展上的还不多."""
_GAINED = frozenset(["实惠", "好处", "便利", "甜头", "利益", "温暖", "民心", "人心", "高分", "满分", "奖", "利", "益"])
"""Behind a 得 that is the verb of its clause: 群众得实惠."""
_REACHED = frozenset("上住起到出来动了过下去开见成进着好")
"""Behind a 得 that tells what can be done: 顶得上."""
_LANDS = re.compile("[高大多小少广薄肥贫陡远平窄]地[少多薄广瘦大远偏]|人地(?:矛盾|关系)|[的里]地")
"""Where a 地 is the land: 山高地少, 人地矛盾, 淹掉的地, 村里地裂."""
_ONE_BY_ONE = re.compile("(一[一-鿿]{1,2})\\1$")
"""Before a 地: 一枚一枚地还."""
_HOW = frozenset("不很太更最较越相格特非十比既又挺颇极异")
"""How what is said behind a 得 begins, besides the results themselves: 吃得特别香."""
_SO_OR_NOT = frozenset("不了些点")
"""Behind a result of one character they go on with it: 干得好不好."""
_VERY = frozenset(["出奇", "异常", "格外", "特别", "分外", "非常"])
"""Before a 地 that is no 得: 出奇地好."""
_TELLS = frozenset(
    (
        "说",
        "讲",
        "道",
        "问",
        "答",
        "喊",
        "笑",
        "哭",
        "告诉",
        "表示",
        "回答",
        "回忆",
        "介绍",
        "感慨",
        "感叹",
        "说道",
        "说起",
    )
)
"""Behind 地 they tell how somebody speaks: 高兴地说."""
_ASPECT = frozenset("着了过出起到")
"""Behind the word after a 地 they tell that it is a verb, so that no 的 is asked for: 严重地阻碍着."""
_OUGHT = frozenset("就总还都也才便又准咱我你他她们")
"""Before a 得 that tells what must be done: 就得对得起大家."""
_LEAST = {
    "的地": (8.5, 8.0, 7.0),
    "的得": (6.0, 4.5, 1.0),
    "地的": (4.5, 5.0, 4.5),
    "得的": (6.0, 5.5, 10.0),
    "地得": (5.0, 3.5, 2.0),
    "得地": (3.0, 2.5, 6.5),
}
"""What is written and what is meant → gains from which it is told: our texts have none, one, both of the new pairs."""


class _Written(NamedTuple):
    """A particle as it is written: its run, where it is, what the run costs, the word before it, those behind it."""

    run: str
    ways: Lattice
    at: int
    cost: float
    before: str
    behind: Sequence[str]


def particles(usage: Usage, runs: Iterable[CutRun], text: str, classes: WordClasses | None = None) -> Iterator[Match]:
    """Yield every particle between two words, in the runs of a text, that should be another one."""
    for cut in of_size(runs, _SHORTEST):
        run, words, at = cut.run, cut.words, 0
        if not any(particle in run for particle in _PARTICLES):
            continue
        for number, word in enumerate(words):
            if word in _PARTICLES and number > 0:
                place, before, right = cut.start + at, words[number - 1], ""
                if number < len(words) - 1 and len(run) >= _WEIGHED:
                    behind = words[number + 1 : number + 4]
                    right = _meant(usage, _Written(run, cut.ways, at, cut.cost, before, behind))
                    if right == "地" and classes is not None and _is_subject(behind, classes):
                        right = ""
                if classes is not None and _is_unasked(text, place, right, classes):
                    right = ""
                if not right and classes is not None:
                    right = meant(text, place, before, classes)
                if right:
                    yield Match(place, place + 1, (right,), run[at - 1 : at + 2])
            at += len(word)


def _is_subject(behind: Sequence[str], classes: WordClasses) -> bool:
    """Tell whether the word behind a particle is who acts, or where: 集中的城市|设立联络站."""
    done = any(behind[0] in words for words in (classes.actions, classes.events, classes.single))
    return not done and len(behind) > 1 and behind[1] in classes.actions


def _is_unasked(text: str, at: int, right: str, classes: WordClasses) -> bool:
    """Tell whether the words around a place speak against what usage would have there: 读书思考的时间不多."""
    if right and stands(text, at, classes):
        return True
    if right == "得":
        named = (
            begins_with(text, at + 1, classes.things) != ""
            or is_name_too(text, at + 1)
            or text.startswith(_OCCASIONS, at + 1)
        )
        result = begins_with(text, at + 1, classes.results)
        behind = at + 1 + len(result)
        if result and any(
            begins_with(text, behind, words) for words in (classes.actions, classes.events, classes.things)
        ):
            return text[at] == "的"  # 调查研究的|扎实|开展
        ends = len(result) > 1 or (
            result and (text[at + 2 : at + 3] in _SO_OR_NOT or not _HAN.match(text, at + 2))
        )  # 开展的|大客流应急演练
        return text[at] == "的" and (named or not (ends or text[at + 1 : at + 2] in _HOW))
    if right == "地" and text[at] == "得":  # 职工得看到实惠: nothing there says how
        return not (ends_with(text, at, classes.manner) or ends_with(text, at, classes.adverbs))
    return right == "的" and how(text, at, classes)


def _meant(usage: Usage, written: _Written) -> str:
    """Return the particle that is meant at a place, empty where the written one may stay."""
    run, at = written.run, written.at
    best, most = "", 0.0
    for other in _PARTICLES.replace(run[at], ""):
        if run[at] == "的" and (
            is_noun(other, written.before, written.behind) or (other == "地" and _GOVERNED.search(run[:at]))
        ):
            continue
        if run[at] == "地" and (
            _is_land_or_verb(other, written) or written.before in _VERY or _ONE_BY_ONE.search(run[:at])
        ):
            continue
        if other == "得" and (written.before[-1] in _PLACES or is_owned(run[:at])):
            continue
        if written.before.endswith(written.behind[0]):
            continue  # 该公开的公开
        if run[at] == "得" and (written.behind[0] in _GAINED or written.behind[0][0] in _REACHED):
            continue
        if run[at] == "得" and (written.before[-1] in _OUGHT or len(written.before) == 1):
            continue  # 臭得连猫都绕道
        cost, _ = written.ways.edited(at, at + 1, other)
        attested = usage.seen(written.before, other) + usage.seen(other, written.behind[0])
        if written.cost - cost >= max(most, _LEAST[run[at] + other][attested]):
            best, most = other, written.cost - cost
    return best


def _is_land_or_verb(other: str, written: _Written) -> bool:
    """Tell whether a 地 is the land itself, or where 的 is asked for stands before what is surely a verb."""
    land = _LANDS.match(written.run, max(0, written.at - 1)) is not None or written.behind[0] in _TELLS
    return land or (other == "的" and "".join(written.behind[1:2])[:1] in _ASPECT)
