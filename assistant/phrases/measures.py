"""问题 → 措施: the measures of the library that answer the problems a report has written."""

from collections.abc import Callable, Iterator

from assistant.phrases.index import PhraseIndex, search_key, without_number
from assistant.phrases.query import Aim, Query

ROLE = "next_steps"
_SAME_TOPIC = 6.0
# A measure on the topic of the problem beats one that only shares words with it: about two rare bigrams' weight.
_CHOICE = 20
# Measures weighed for one problem.


def answers(index: PhraseIndex, query: Query, admits: Callable[[int], bool]) -> Iterator[tuple[int, Aim]]:
    """Yield measures with the problem each answers: the best one for every problem, then the second best."""
    found = [(aim, _best(index, query, aim, admits)) for aim in query.aims]
    taken: set[int] = set()
    for _ in range(_CHOICE):
        for aim, candidates in found:
            n = next((n for n in candidates if n not in taken), None)
            if n is not None:
                taken.add(n)
                yield n, aim


def _best(index: PhraseIndex, query: Query, aim: Aim, admits: Callable[[int], bool]) -> list[int]:
    shared = index.search(index.rarest(search_key(without_number(aim.text))))
    topics = frozenset(aim.topics)
    scores: dict[int, float] = {}
    for queue in index.queues.get(ROLE, ((), ()))[0]:
        for n in queue:
            phrase = index.phrases[n]
            topical = not topics.isdisjoint(phrase.topics)
            if phrase.id in query.less or not (topical or shared.get(n, 0.0) > _SAME_TOPIC):
                continue
            scores[n] = shared.get(n, 0.0) + _SAME_TOPIC * topical + _SAME_TOPIC * (phrase.id in query.favourites)
    best = sorted(scores, key=lambda n: -scores[n])
    return [n for n in best if admits(n)][:_CHOICE]
