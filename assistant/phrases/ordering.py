"""The phrases of a section in the order in which they are offered while nothing is typed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from assistant.document.outline import ROLES
from assistant.phrases.index import PhraseIndex, Queues
from assistant.phrases.phrase import OWN
from assistant.phrases.query import Query, near
from assistant.phrases.sounding import among


def in_order(index: PhraseIndex, query: Query, admits: Callable[[int], bool]) -> Iterator[int]:
    """Yield the section's phrases, own role first; topics in turn, those not yet written about first.

    Of those, topics expected of such a unit go before others. Within that, starred phrases go first, then the user's
    own, and those the user wants to see less go last of all.
    Where the user has narrowed the offer, the other sections follow.
    """
    roles = near(query.role)
    few = among(index, query.filter.lower().split())
    for role in (*roles, *(role for role in ROLES if query.narrowed and role not in roles)):
        yield from _of_role(index, query, admits, role, few)


def _of_role(
    index: PhraseIndex, query: Query, admits: Callable[[int], bool], role: str, few: frozenset[int] | None
) -> Iterator[int]:
    whole = index.queues.get(role, ((), ()))[0 if query.kind else 1]
    if few is not None and few.isdisjoint(chain.from_iterable(whole)):
        return
    queues = _expected_first(index, whole, query.expected)
    phrases, covered = index.phrases, frozenset(query.topics)
    liked = [n for n in _turns(queues) if phrases[n].id in query.favourites] if query.favourites else []
    late = [n for n in _turns(queues) if phrases[n].id in query.less] if query.less else []
    if index.own:
        liked += [n for n in _turns(queues) if phrases[n].source == OWN and n not in liked and n not in late]
    apart = frozenset((*liked, *late))
    ours = sorted({n for field in query.fields for n in index.fields.get((role, field), ())})

    def some(numbers: Iterable[int], *, new: bool) -> Iterator[int]:
        return (n for n in numbers if covered.isdisjoint(phrases[n].topics) is new and admits(n))

    for new in (True, False):
        yield from some(liked, new=new)
        usual = (
            (n for n in q if n not in apart and not (query.fields and phrases[n].fields))
            for q in (queues if few is None else ([n for n in queue if n in few] for queue in queues))
        )
        ours_now = some((n for n in ours if n not in apart), new=new)
        yield from _in_turn(_turns([some(queue, new=new) for queue in usual]), ours_now)
    if query.fields:  # the words of other fields of work
        apart |= frozenset(ours)
        yield from (n for n in _turns(queues) if phrases[n].fields and n not in apart and admits(n))
    yield from (n for n in late if admits(n))


def _expected_first(index: PhraseIndex, queues: Queues, expected: Sequence[str]) -> Queues:
    """Return the queues with those of the expected topics before the others; phrases for any topic stay in front."""
    if not expected:
        return queues
    places = {topic: place for place, topic in enumerate(expected)}

    def place(queue: tuple[int, ...]) -> int:
        topics = index.phrases[queue[0]].topics
        return places.get(topics[0], len(places)) if topics else -1

    return tuple(sorted(queues, key=place))


def _in_turn(one: Iterator[int], two: Iterator[int]) -> Iterator[int]:
    """Yield from both in turn, until both have ended."""
    for a, b in zip_longest(one, two):
        yield from (n for n in (a, b) if n is not None)


def _turns(queues: Iterable[Iterable[int]]) -> Iterator[int]:
    """Yield one phrase of every topic, then the second of every topic, and so on."""
    waiting = [iter(queue) for queue in queues]
    while waiting:
        left = []
        for queue in waiting:
            n = next(queue, None)
            if n is not None:
                left.append(queue)
                yield n
        waiting = left
