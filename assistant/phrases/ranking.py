"""Which phrases to offer at one moment, in which order, and why."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest

from assistant.phrases.index import PhraseIndex, build_index, search_key, without_number
from assistant.phrases.phrase import Phrase, Suggestion

__all__ = ["Query", "build_index", "suggest"]

_SAME_ROLE = 1.25  # measured best for character-bigram BM25 on real reports
_FOREIGN_COVER = 0.6  # another section's phrase must hold this share (by idf) of what was typed
_FOREIGN_LENGTH = 4  # ... and so many characters must be typed, also for a prefix
_SAME_TOPIC = 1.15  # the phrase speaks of what is being typed
_NEW_TOPIC = 1.1  # the section has not spoken of it yet
_USED = 0.2
_BEGUN = 2  # characters; a shorter sentence says nothing yet
_LOOK_BACK = 40  # characters of the text before, when the sentence has hardly begun
_SENTENCE_END = re.compile(r"[。；！？\n]")
_POOL = 120  # the best raw scores that are looked at closely
_RELATED = {
    "problems_causes": ("problems", "causes"),
    "problems": ("problems_causes",),
    "causes": ("problems_causes",),
    "problems_next_steps": ("problems", "next_steps"),
    "highlights": ("main_work",),
}


@dataclass(frozen=True, slots=True)
class Query:
    """One moment of writing.

    `role` is the section under the caret; `text` what is being typed, from the start of the sentence or paragraph to
    the caret (may be empty); `topics` the keys heard in the section so far; `used` texts of the document, by which
    phrases already taken are recognised. `kind` and `year` are the report's (without a year no phrase bound to an end
    year is offered); each word of `filter` must occur in a phrase or its topics' names; `skip` leaves out that many.
    """

    role: str
    text: str = ""
    topics: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    kind: str | None = None
    year: int | None = None
    filter: str = ""
    skip: int = 0


def suggest(index: PhraseIndex, query: Query, limit: int = 5) -> tuple[Suggestion, ...]:
    """Return at most `limit` suggestions, the best first.

    With text typed: exact prefixes, then similar phrases, then (to fill up) the section's own. Without: the section's
    phrases, running through the topics, those not yet written about first.
    """
    barred = _barred(index, query)
    wanted = query.skip + limit
    chosen = _by_text(index, query, barred)[:wanted]
    if len(chosen) < wanted:
        taken = {suggestion.phrase.id for suggestion in chosen}
        open_ = [n for n in _in_order(index, query, barred) if index.phrases[n].id not in taken]
        chosen += _by_role(index, query, open_, wanted - len(chosen))
    return tuple(chosen[query.skip : wanted])


def _barred(index: PhraseIndex, query: Query) -> frozenset[int]:
    """Return the positions of phrases that kind, year or filter rule out."""
    barred = {n for n in index.restricted if not _fits(index.phrases[n], query)}
    for word in query.filter.split():
        barred.update(n for n, hay in enumerate(index.hays) if word not in hay)
    return frozenset(barred)


def _fits(phrase: Phrase, query: Query) -> bool:
    if query.kind is not None and not _for_kind(phrase, query.kind):
        return False
    if query.year is None:
        return phrase.until is None
    return (phrase.since is None or phrase.since <= query.year) and (phrase.until is None or query.year <= phrase.until)


def _for_kind(phrase: Phrase, kind: str) -> bool:
    return kind not in phrase.not_kinds and (not phrase.kinds or kind in phrase.kinds)


def _by_text(index: PhraseIndex, query: Query, barred: frozenset[int]) -> list[Suggestion]:
    """Return the phrases that continue or resemble what is being typed, the best first."""
    key = _similar_to(query.text)
    if not key:
        return []
    phrases, near = index.phrases, _near(query.role)
    rare = index.rarest(key)
    raw = {
        n: score * _SAME_ROLE if phrases[n].role in near else score
        for n, score in index.search(rare).items()
        if n not in barred
    }
    starts = _starts(index, query, barred)
    longest = max(starts.values(), default=0)
    ahead = max(raw.values(), default=0.0) * _SAME_TOPIC + 1.0
    needed = _FOREIGN_COVER * index.weight(key) if len(key) >= _FOREIGN_LENGTH else math.inf
    heard = frozenset(index.vocabulary.topics_in(query.text))
    found = []
    for n in dict.fromkeys([*starts, *nlargest(_POOL, raw, key=raw.__getitem__)]):
        if n not in starts and phrases[n].role not in near and index.cover(n, rare) < needed:
            continue
        score = raw.get(n, 0.0) * _topic_weight(phrases[n], query, heard)
        if n in starts:
            score += ahead if starts[n] < longest else 2 * ahead
        score *= _USED if _is_used(index, n, query) else 1.0
        reason = "接着正在输入的文字" if n in starts else "与正在输入的文字相近"
        found.append(Suggestion(phrases[n], round(score, 4), reason, overlap=starts.get(n, 0)))
    return sorted(found, key=lambda suggestion: -suggestion.score)


def _similar_to(text: str) -> str:
    """Return the search key of the sentence being typed, of the one before it where it has hardly begun."""
    key = search_key(without_number(_SENTENCE_END.split(text)[-1]))
    return key if len(key) >= _BEGUN else search_key(without_number(text))[-_LOOK_BACK:]


def _starts(index: PhraseIndex, query: Query, barred: frozenset[int]) -> dict[int, int]:
    """Return the phrases that begin with the whole text or its last sentence → characters of it they repeat."""
    starts: dict[int, int] = {}
    for typed in map(without_number, (query.text, _SENTENCE_END.split(query.text)[-1])):
        key = search_key(typed)
        for n in index.starting_with(key)[: _POOL * 10] if key else ():
            near = len(key) >= _FOREIGN_LENGTH or index.phrases[n].role in _near(query.role)
            if near and n not in barred and len(key) < len(index.keys[n]):
                starts.setdefault(n, len(typed))
    return starts


def _topic_weight(phrase: Phrase, query: Query, heard: frozenset[str]) -> float:
    if heard.intersection(phrase.topics):
        return _SAME_TOPIC
    return _NEW_TOPIC if phrase.topics and not set(phrase.topics) & set(query.topics) else 1.0


def _is_used(index: PhraseIndex, n: int, query: Query) -> bool:
    return any(index.landmarks[n] in text for text in query.used)


def _near(role: str) -> tuple[str, ...]:
    return (role, *_RELATED.get(role, ()))


def _in_order(index: PhraseIndex, query: Query, barred: frozenset[int]) -> list[int]:
    """Return the section's phrases: own role first, then topics in turn, those not yet written about first."""
    places = {topic.key: place for place, topic in enumerate(index.vocabulary.topics, 1)}
    covered = frozenset(query.topics)
    order: list[int] = []
    for role in _near(query.role):
        own = [n for n in index.roles.get(role, ()) if n not in barred]
        own.sort(key=lambda n: -_closeness(index.phrases[n], query))
        turns: Counter[str] = Counter()
        ranks: list[tuple[bool, int, int, int]] = []
        for n in own:
            topics = index.phrases[n].topics
            main = topics[0] if topics else ""
            ranks.append((not covered.isdisjoint(topics), turns[main], places.get(main, 0), n))
            turns[main] += 1
        order += [n for *_, n in sorted(ranks)]
    return order


def _closeness(phrase: Phrase, query: Query) -> int:
    """Return how narrowly a phrase fits: kind before year; where the kind is unknown, phrases for any kind go first.

    Reports are written before they are spoken, so a spoken form stands behind its written neighbours.
    """
    for_kind = 0 if not phrase.kinds else 2 if query.kind else -2
    return for_kind + (phrase.since is not None and phrase.until is not None) - phrase.spoken


def _by_role(index: PhraseIndex, query: Query, order: list[int], wanted: int) -> list[Suggestion]:
    """Take the first unused phrases of `order`; used ones only fill up."""
    fresh: list[int] = []
    stale: list[int] = []
    for n in order:
        if len(fresh) == wanted:
            break
        (stale if _is_used(index, n, query) else fresh).append(n)
    chosen = (fresh + stale)[:wanted]
    return [
        Suggestion(index.phrases[n], round(1 / (10 + place), 4), _why(index, index.phrases[n], query))
        for place, n in enumerate(chosen)
    ]


def _why(index: PhraseIndex, phrase: Phrase, query: Query) -> str:
    if query.topics and phrase.topics and set(phrase.topics).isdisjoint(query.topics):
        return f"本部分还没写到{index.vocabulary.topic_name(phrase.topics[0])}"
    return f"适合“{index.vocabulary.role_name(query.role)}”"
