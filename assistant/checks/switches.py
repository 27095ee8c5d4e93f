"""Which rules are on, and what a switch of one, of a class or of a level makes of the keys that are kept.

Kept are the keys of what is off (see `Context.disabled`): a rule's id or a dotted prefix of ids, `class:标点`,
`level:提示`, or an id with a refinement behind it (one word of a table). Switching a group off keeps one key, so that
rules of a later version follow; switching a part of it on again keeps the others off one by one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.checks.rule import Level
from assistant.checks.rule_set import RuleSet, is_disabled


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What the user is told of a rule: `wrong` and `right` are its first example, `right` None where it mends none."""

    id: str
    title: str
    category: str
    level: Level
    message: str = ""
    source: str = ""
    wrong: str = ""
    right: str | None = None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules in the order of their files, and the month up to which the dated formulations were kept (2026-03)."""

    cards: tuple[RuleCard, ...] = ()
    updated: str = ""


def cards_of(rules: RuleSet) -> tuple[RuleCard, ...]:
    """Return what the user is told of all rules; a table of pairs shows its first pair where it has no example."""
    pairs = {pair.rule: pair for pair in reversed(rules.pairs.pairs)}
    found = []
    for number, rule in enumerate(rules.rules):
        example = rule.bad[0] if rule.bad else None
        wrong, right = (example.text, example.right) if example is not None else ("", None)
        if not wrong and number in pairs:
            wrong, right = pairs[number].wrong, pairs[number].right[0]
        found.append(RuleCard(rule.id, rule.title, rule.category, rule.level, rule.message, rule.source, wrong, right))
    return tuple(found)


def is_on(card: RuleCard, off: Iterable[str]) -> bool:
    """Tell whether a rule is heard."""
    keys = frozenset(off)
    return not (_group_keys(card) & keys or is_disabled(card.id, keys))


def refinements(card: RuleCard, cards: Sequence[RuleCard], off: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of single cases of a rule that are off while the rule itself is heard: one word of a table."""
    longer = [other.id for other in cards if other.id.startswith(f"{card.id}.")]
    return tuple(
        key
        for key in off
        if key.startswith(f"{card.id}.") and not any(f"{key}.".startswith(f"{other}.") for other in longer)
    )


def switched(off: Iterable[str], cards: Sequence[RuleCard], chosen: Iterable[RuleCard], *, on: bool) -> tuple[str, ...]:
    """Return the keys with some rules switched on or off; single cases of rules stay as they are."""
    ids = {card.id for card in chosen}
    kept = tuple(off)
    if not on:
        return (*kept, *(card.id for card in cards if card.id in ids and is_on(card, kept)))
    for key in kept:
        covered = [card for card in cards if _covers(key, card)]
        if any(card.id in ids for card in covered):
            rest = tuple(card.id for card in covered if card.id not in ids)
            kept = (*(other for other in kept if other != key), *(one for one in rest if one not in kept))
    return kept


def group_switched(off: Iterable[str], cards: Sequence[RuleCard], group: str, *, on: bool) -> tuple[str, ...]:
    """Return the keys with a whole class or level (`class:标点`, `level:提示`) switched on or off."""
    members = [card for card in cards if group in _group_keys(card)]
    if on:
        return switched(off, cards, members, on=True)
    ids = {card.id for card in members}
    return (*(key for key in off if key != group and key not in ids), group)


def _group_keys(card: RuleCard) -> frozenset[str]:
    return frozenset({f"class:{card.category}", f"level:{card.level.label}"})


def _covers(key: str, card: RuleCard) -> bool:
    """Tell whether a key switches off a whole rule, alone or among others."""
    return key in _group_keys(card) or is_disabled(card.id, frozenset({key}))
