"""Words that come again where they were just said: half of a name (高速公路高速), around a particle, by a synonym."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.rule import Match
from assistant.checks.word_classes import WordClasses, begins_with
from assistant.text.usage import Usage

SURE, PERHAPS = "echo", "echo_perhaps"
"""Grades: what is said again, and perhaps."""

_LEAST = 4
"""Characters of a run in which something may be said again."""
_LINKS = frozenset("的了还也已着")
_AGAIN = frozenset("还也已就都的")
"""Between a word and another of its meaning they part nothing either (认识还认为, 很多的不少)."""
_CALLED = frozenset("该能要应想可当怕有没宜需")
"""Before what is said twice on purpose: 该红脸的红脸."""
"""Between a word and itself they part nothing."""
_PARTS = frozenset(
    "的了和与及或在对把将被是不为以从向到由等就也都还又再并而能会要使让给按用带促联帮抓建讲比至各每一这那其"
    "变分套看未先有中里干辖驻派便白仅副同暨没出设于占归谈开学半评快名只几两三四五六吃"
)
"""Between a word and itself they begin something new."""
_RESULTS = frozenset("不到得出好起深细实成完了过着密熟牢紧稳准严高清全强硬齐懂通透活长")
"""Behind a verb of one character they go on with it: 抓深抓实抓到位, 扎紧扎密."""
_OFFICES = re.compile("书记|委员|成员|班子|大会|主任|组|员")
"""Behind the end of a unit's name they are its: 党支部支部书记."""
_WHO = frozenset("店局院馆厂所站矿者生人员家队会性化事组站室户点栏墙榜牌")
"""Behind the beginning of a word they make another of it: 毕业生初次毕业, 公示栏公示."""
_OWN = frozenset(("全", "我", "本", "今"))
"""Beginnings of words that are hardly ever said twice, although they look like names (全镇全镇)."""
_IN_TIME = "及时及"
_AND, _WHEN = "并", "时"
_SMALL = frozenset("及在对并与为还也都把被将")
"""Words of one character that are not said again behind one that ends with them."""
_NEAR = 3
"""Characters between a part of a name and itself."""
_FAR = 14
"""Characters from a verb that is done to itself as a noun (宣讲了全会精神的宣讲)."""
_RIGHT = frozenset(("学习中心组学习", "责任人责任", "毕业生毕业", "社会主义社会", "身边人身边", "基础设施基础"))
"""What is rightly said so."""
_NAMELESS = frozenset("一两几每各什哪自")
"""Words that begin so name nothing: 自己毁掉自己."""
_PAIR = 2
_ONGOING = frozenset(("开展", "教育", "组织", "学习"))
"""Verbs that go on behind another of their meaning: 组织党员|开展12次, 到教育基地接受|教育."""
_STEPS = 6
"""Words before the last one of a clause among which another of its meaning is looked for."""
_NONE: frozenset[int] = frozenset()


class Echo(NamedTuple):
    """What is said again: where, what is left of it, how sure."""

    match: Match
    grade: str


_IN_CHARGE = frozenset(["负责", "分管", "主管"])
"""Verbs with an action for their object: 负责分管."""
_TOPICS = "就为靠以由从拿把"
"""Before what is said twice on purpose: 就案件办案件."""
_HAVE = frozenset(["有", "存在"])
"""Before a thing and 的 they make it what is told of another: 有短板的问题."""
_TWICE = 2
"""Times a word stands in a run; oftener it is a row (政治自觉思想自觉行动自觉)."""


class _Place(NamedTuple):
    """A word of a run: all words, which of them, where it begins and ends, whether the run ends with it."""

    run: str
    words: Sequence[str]
    number: int
    start: int
    end: int
    last: bool

    def before(self, steps: int = 1) -> str:
        """Return the word some steps before it, empty where none is."""
        return self.words[self.number - steps] if self.number >= steps else ""

    def behind(self) -> str:
        """Return the word behind it, empty where none is."""
        return "" if self.last else self.words[self.number + 1]


_Found = tuple[int, str, str]
"""Where the repetition begins, what is left of it, how sure; it ends with the word."""


def echoes(usage: Usage, runs: Iterable[CutRun], classes: WordClasses) -> Iterator[Echo]:
    """Yield what is said again in the runs of a text."""
    for cut in of_size(runs, _LEAST):
        run, shift, words = cut.run, cut.start, cut.words
        start = 0
        for number, word in enumerate(words):
            end = start + len(word)
            place = _Place(run, words, number, start, end, last=end == len(run))
            echo = _beside(place, usage, classes) or _around(place, classes) or _closing(place, classes)
            if echo is not None:
                yield Echo(Match(echo[0] + shift, end + shift, (echo[1],)), echo[2])
            start = end


def _beside(place: _Place, usage: Usage, classes: WordClasses) -> _Found | None:
    """Return what a word says again of the word before it, None where it says something else."""
    word, before = place.words[place.number], place.before()
    start = place.start - len(before)
    link = place.before(2) if before in _LINKS else ""
    if link == word and len(word) >= _PAIR and word not in classes.results:
        called = (
            word[0] == "不"
            or (place.last and start == len(link))
            or place.run[max(0, start - len(link) - 1) : start - len(link)] in _CALLED
        )
        return None if called else (start - len(link), word, SURE)
    office = _OFFICES.match(place.run, place.end) is not None
    if not office and _is_part(word, before, classes):
        return start, max(word, before, key=len), SURE
    if (
        len(word) == 1 < len(before)
        and word in _SMALL
        and len(before) == _PAIR
        and (before[1] == word or before + word == _IN_TIME)
        and not (word == _AND and _goes_on(place, classes))
    ):
        return start, before, PERHAPS
    told = place.run[place.end : place.end + 1] in _RESULTS
    if word in classes.single and len(before) == _PAIR and before[0] == word and _acts(before, classes) and not told:
        return start, before, PERHAPS
    other = place.before(2) if before in _AGAIN else before
    groups = classes.synonyms.get(word, _NONE) & classes.synonyms.get(other, _NONE)
    told = not groups or other == word or usage.seen(other, word) or other in _IN_CHARGE
    told = told or (before != "的" and _stand_beside(other, word, classes))
    told = told or (before == "的" and (place.before(3) in _HAVE or _acts(place.behind(), classes)))
    return None if told else (place.start - len(before) * (other != before) - len(other), other, PERHAPS)


def _stand_beside(one: str, other: str, classes: WordClasses) -> bool:
    """Tell whether two things or two words of manner of one meaning are but a row: 短板问题, 方案计划, 大力积极."""
    things = all(word in classes.things and not _acts(word, classes) for word in (one, other))
    return things or all(word in classes.manner or word in classes.adverbs for word in (one, other))


def _goes_on(place: _Place, classes: WordClasses) -> bool:
    """Tell whether behind a word comes what is done, or how it is done."""
    behind = place.behind()
    if behind == _WHEN:
        return True
    return _acts(behind, classes) or any(behind in how for how in (classes.single, classes.manner, classes.adverbs))


def _is_part(word: str, before: str, classes: WordClasses) -> bool:
    """Tell whether one of two words is the other, or the beginning or end of it."""
    if before == word:
        return before[:1] in _OWN
    if len(word) == _PAIR < len(before):
        return before.endswith(word) and not _acts(word, classes)
    return (
        _PAIR <= len(before) < len(word)
        and word.startswith(before)
        and before[0] != "一"
        and not _acts(before, classes)
    )


def _around(place: _Place, classes: WordClasses) -> _Found | None:
    """Return what a word says again of a name that it stands behind, None where the name ends with it."""
    word, run, start = place.words[place.number], place.run, place.start
    if len(word) < _PAIR or word[0] in _NAMELESS or start <= len(word) or run.count(word) > _TWICE:
        return None
    acts = _acts(word, classes)
    done = run.rfind(word + "了", max(0, start - _FAR), start)
    if acts and done >= 0 and run[start - 1] == "的":
        return start - 1, "", SURE
    if word in classes.actions and word not in classes.events:
        before = run.rfind(word, max(0, start - _FAR), start)
        between = run[before + len(word) : start] if before >= 0 else ""
        if len(between) >= _PAIR and between[0] not in _WHO and _PARTS.isdisjoint(between) and _is_edge(place, before):
            return start, "", PERHAPS
    first = run.rfind(word, max(0, start - _NEAR - len(word)), start - 1)
    if first < 0 or not _is_name(place, first, classes):
        return None
    if _goes_on(place, classes):
        return None  # 特殊情况特殊处理
    whole = place.last or not acts or begins_with(run, place.end, classes.things)
    return (start, "", PERHAPS) if whole else None


def _closing(place: _Place, classes: WordClasses) -> _Found | None:
    """Return the verb that a clause ends with where it says again what was done to the thing before it."""
    word = place.words[place.number]
    groups = classes.synonyms.get(word, _NONE)
    if not place.last or not groups or word not in classes.actions or word in _ONGOING:
        return None
    end = place.start
    for steps in range(1, _STEPS):
        other = place.before(steps)
        if steps > 1 and other in classes.actions and groups & classes.synonyms.get(other, _NONE):
            between = place.run[end : place.start]
            told = len(between) >= _PAIR and _PARTS.isdisjoint(between.removeprefix("了"))
            return (place.start, "", PERHAPS) if told else None
        end -= len(other)
    return None


def _is_name(place: _Place, first: int, classes: WordClasses) -> bool:
    """Tell whether what stands between a word and itself only goes on with the name that it begins."""
    between = place.run[first + place.end - place.start : place.start]
    if first and place.run[first - 1] in _TOPICS:
        return False
    if not between or between[0] in _WHO or not _PARTS.isdisjoint(between) or not _is_edge(place, first):
        return False
    said = place.words[place.number]
    if any(said in words and between in words for words in (classes.manner, classes.events, classes.actions)):
        return len(between) == _PAIR
    if said in classes.manner:
        return False  # 政治自觉思想自觉
    acts = any(between[at : at + _PAIR] in classes.actions for at in range(len(between) - 1))
    return not acts and not _acts(between, classes) and place.run[first : place.end] not in _RIGHT


def _is_edge(place: _Place, at: int) -> bool:
    """Tell whether a word of the run begins at a place."""
    start = 0
    for word in place.words:
        if start >= at:
            return start == at
        start += len(word)
    return False


def _acts(word: str, classes: WordClasses) -> bool:
    return word in classes.actions or word in classes.events
