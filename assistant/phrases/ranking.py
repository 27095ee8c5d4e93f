"""Which phrases to offer at one moment, in which order, and why."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from heapq import nlargest
from itertools import islice

from assistant.phrases.index import PhraseIndex, build_index, search_key, without_number
from assistant.phrases.measures import answers
from assistant.phrases.ordering import in_order
from assistant.phrases.phrase import Phrase, Suggestion
from assistant.phrases.query import Query, gate, near

__all__ = ["Query", "build_index", "suggest"]

_SAME_ROLE = 1.5  # as many hits on real reports from 1.25 to 1.6, and fewer phrases from elsewhere
_FOREIGN_COVER = 0.3  # another section's phrase must hold this share (by idf) of what was typed
_ALIKE = 0.1  # a phrase that holds less than this share of it is not said to be like it
_FOREIGN_LENGTH = 4  # ... and so many characters must be typed, also for a prefix
_SAME_TOPIC = 1.15  # the phrase speaks of what is being typed
_NEW_TOPIC = 1.1  # the section has not spoken of it yet
_EXPECTED_TOPIC = 1.05  # units of this kind speak of it
_FAVOURITE, _LESS = 1.3, 0.4  # what the user has starred, what they want to see less
_OWN_FIELD, _OTHER_FIELD = 1.2, 0.6  # in the words of the unit's field of work, or of another one
_SOME_FIELD = 0.9  # ... of some field, where the unit's is unknown
_USED = 0.2
_GOES_ON, _LIKE = "接着正在输入的文字", "与正在输入的文字相近"
_BEGUN = 2  # characters; a shorter sentence says nothing yet
_LOOK_BACK = 40  # characters of the text before, when the sentence has hardly begun
_SENTENCE_END = re.compile(r"[。；！？\n]")
_POOL = 120  # the best raw scores that are looked at closely
_LOOKED_UP = 40  # the best scores that are looked up in the text
_PREFIXES = 1200  # phrases that begin as typed, at most


def suggest(index: PhraseIndex, query: Query, limit: int = 5) -> tuple[Suggestion, ...]:
    """Return at most `limit` suggestions, the best first.

    With text typed: exact prefixes, then similar phrases, then (to fill up) the section's own. Without: measures for
    the problems to be answered, then the section's phrases, running through the topics, those not yet written about
    first. What stands in the text already comes last.
    """
    admits, written = gate(index, query), "\n".join(query.used)
    wanted = query.skip + limit
    chosen = _by_text(index, query, admits, written)[:wanted]
    if len(chosen) < wanted:
        taken = {suggestion.phrase.id for suggestion in chosen}
        chosen += _by_role(index, query, _waiting(index, query, admits, taken), wanted - len(chosen), written)
    return tuple(chosen[query.skip : wanted])


def _by_text(index: PhraseIndex, query: Query, admits: Callable[[int], bool], written: str) -> list[Suggestion]:
    """Return the phrases that continue or resemble what is being typed, the best first."""
    key = _similar_to(query.text)
    if not key:
        return []
    phrases, close = index.phrases, near(query.role)
    rare = index.rarest(key)
    raw = {n: score * _SAME_ROLE if phrases[n].role in close else score for n, score in index.search(rare).items()}
    starts = _starts(index, query, admits)
    longest = max(starts.values(), default=0)
    ahead = max(raw.values(), default=0.0) * _SAME_TOPIC * _FAVOURITE + 1.0
    whole = index.weight(key)
    needed = _FOREIGN_COVER * whole if len(key) >= _FOREIGN_LENGTH else math.inf
    heard = frozenset(index.vocabulary.topics_in(query.text))
    scores: dict[int, float] = {}
    alike: set[int] = set()
    for n in dict.fromkeys([*starts, *_best(raw, query, admits)]):
        cover = index.cover(n, rare)
        if n in starts or phrases[n].role in close or cover >= needed:
            if cover >= _ALIKE * whole:
                alike.add(n)
            scores[n] = raw.get(n, 0.0) * _weight(phrases[n], query, heard)
            if n in starts:
                scores[n] += ahead if starts[n] < longest else 2 * ahead
    reasons = dict.fromkeys(alike, _LIKE) | dict.fromkeys(starts, _GOES_ON)
    return _fresh_first(index, query, scores, starts, reasons, written=written)


def _best(raw: dict[int, float], query: Query, admits: Callable[[int], bool]) -> list[int]:
    """Return the positions with the best raw scores that may be offered."""
    if not query.narrowed:
        return [n for n in nlargest(2 * _POOL, raw, key=raw.__getitem__) if admits(n)][:_POOL]
    return list(islice((n for n in sorted(raw, key=lambda n: -raw[n]) if admits(n)), _POOL))


def _fresh_first(
    index: PhraseIndex,
    query: Query,
    scores: dict[int, float],
    starts: dict[int, int],
    reasons: dict[int, str],
    *,
    written: str,
) -> list[Suggestion]:
    """Return the suggestions, the best first; those that stand in the text already lose most of their score."""
    found = []
    for place, n in enumerate(sorted(scores, key=lambda n: -scores[n])):
        used = place < _LOOKED_UP and index.landmarks[n] in written
        one = _suggestion(index, query, n, reasons.get(n) or _why(index, index.phrases[n], query))
        score = round(scores[n] * _USED if used else scores[n], 4)
        found.append(replace(one, score=score, overlap=starts.get(n, 0), used=used))
    return sorted(found, key=lambda suggestion: -suggestion.score)


def _similar_to(text: str) -> str:
    """Return the search key of the sentence being typed, of the one before it where it has hardly begun."""
    key = search_key(without_number(_SENTENCE_END.split(text)[-1]))
    return key if len(key) >= _BEGUN else search_key(without_number(text))[-_LOOK_BACK:]


def _starts(index: PhraseIndex, query: Query, admits: Callable[[int], bool]) -> dict[int, int]:
    """Return the phrases that begin with the whole text or its last sentence → characters of it they repeat."""
    starts: dict[int, int] = {}
    for typed in map(without_number, (query.text, _SENTENCE_END.split(query.text)[-1])):
        key = search_key(typed)
        for place, n in enumerate(index.starting_with(key)) if key else ():
            if place == _PREFIXES or len(starts) == _POOL:
                break
            at_home = len(key) >= _FOREIGN_LENGTH or index.phrases[n].role in near(query.role)
            if at_home and len(key) < len(index.keys[n]) and admits(n):
                starts.setdefault(n, len(typed))
    return starts


def _weight(phrase: Phrase, query: Query, heard: frozenset[str]) -> float:
    weight = 1.0
    if heard.intersection(phrase.topics) or any(set(aim.topics) & set(phrase.topics) for aim in query.aims):
        weight = _SAME_TOPIC
    elif phrase.topics and not set(phrase.topics) & set(query.topics):
        weight = _NEW_TOPIC
    if query.expected and set(phrase.topics).intersection(query.expected):
        weight *= _EXPECTED_TOPIC
    if phrase.fields and query.fields:
        weight *= _OTHER_FIELD if query.fields.isdisjoint(phrase.fields) else _OWN_FIELD
    elif phrase.fields:
        weight *= _SOME_FIELD
    if phrase.id in query.favourites:
        return weight * _FAVOURITE
    return weight * _LESS if phrase.id in query.less else weight


def _waiting(
    index: PhraseIndex, query: Query, admits: Callable[[int], bool], taken: set[str]
) -> Iterable[tuple[int, str]]:
    """Yield the phrases for a place where nothing is typed, each once, with the reason it is offered."""
    given: set[int] = set()
    for n, aim in answers(index, query, admits) if query.aims else ():
        if index.phrases[n].id not in taken:
            given.add(n)
            yield n, f"针对{aim.name}"
    for n in in_order(index, query, admits):
        if n not in given and index.phrases[n].id not in taken:
            yield n, _why(index, index.phrases[n], query)


def _by_role(
    index: PhraseIndex, query: Query, waiting: Iterable[tuple[int, str]], wanted: int, written: str
) -> list[Suggestion]:
    """Take the first unused phrases; used ones only fill up."""
    fresh: list[Suggestion] = []
    stale: list[Suggestion] = []
    for n, reason in waiting:
        one = _suggestion(index, query, n, reason)
        if index.landmarks[n] in written:
            stale.append(replace(one, used=True))
        else:
            fresh.append(one)
        if len(fresh) == wanted:
            break
    return [replace(one, score=round(1 / (10 + place), 4)) for place, one in enumerate((fresh + stale)[:wanted])]


def _suggestion(index: PhraseIndex, query: Query, n: int, reason: str) -> Suggestion:
    phrase = index.phrases[n]
    return Suggestion(phrase, 0.0, reason, phrase.source, favourite=phrase.id in query.favourites)


def _why(index: PhraseIndex, phrase: Phrase, query: Query) -> str:
    if phrase.role not in near(query.role):
        return f"在“{index.vocabulary.role_name(phrase.role)}”里常用"
    if phrase.id in query.favourites:
        return "您收藏的"
    if query.topics and phrase.topics and set(phrase.topics).isdisjoint(query.topics):
        return f"本部分还没写到{index.vocabulary.topic_name(phrase.topics[0])}"
    if phrase.topics and phrase.topics[0] in query.expected:
        return f"这类单位常写{index.vocabulary.topic_name(phrase.topics[0])}"
    return f"适合“{index.vocabulary.role_name(query.role or phrase.role)}”"
