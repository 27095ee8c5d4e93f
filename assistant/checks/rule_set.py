"""All rules together, ready to run."""

from dataclasses import dataclass, replace
from functools import cached_property

from assistant.checks.lexicon import Lexicon
from assistant.checks.pairs import PairTable
from assistant.checks.rule import Finding, Rule
from assistant.checks.screen import Screen, screen


@dataclass(frozen=True)
class RuleSet:
    """The rules in the order of their files, the one table of all their pairs, and the lexicon if a rule uses it.

    `updated` is the month up to which the dated formulations were kept (2026-03), empty where no rule asks for them.
    `passed_over` tells the user why newer ones of theirs are not used, empty where there are none.
    """

    rules: tuple[Rule, ...]
    pairs: PairTable
    lexicon: Lexicon | None = None
    updated: str = ""
    passed_over: str = ""

    @cached_property
    def screen(self) -> Screen:
        """The rules by the characters they need."""
        return screen(self.rules)

    def at_first_sight(self) -> "RuleSet":
        """Return the rules without slips in ordinary words, whose tables take longest to load and to ask."""
        return self if self.lexicon is None else replace(self, lexicon=replace(self.lexicon, words=None))

    def rule_of(self, finding_rule: str) -> Rule | None:
        """Return the rule behind a finding's rule id.

        The id may carry a refinement after the rule's own id: the wrong form of a pair, or a missing role.
        """
        best: Rule | None = None
        for rule in self.rules:
            same = finding_rule == rule.id or finding_rule.startswith(f"{rule.id}.")
            if same and (best is None or len(rule.id) > len(best.id)):
                best = rule
        return best


def is_silenced(finding: Finding, disabled: frozenset[str]) -> bool:
    """Tell whether a finding's rule, its class (`class:标点`) or its level (`level:提示`) is switched off."""
    return bool(disabled) and (
        f"class:{finding.category}" in disabled
        or f"level:{finding.level.label}" in disabled
        or is_disabled(finding.rule, disabled)
    )


def is_disabled(finding_rule: str, disabled: frozenset[str]) -> bool:
    """Tell whether a rule id, or a dotted prefix of it, is switched off."""
    if not disabled:
        return False
    parts = finding_rule.split(".")
    return any(".".join(parts[:count]) in disabled for count in range(1, len(parts) + 1))
