"""What a report does throughout is told once: a comma in half width is a slip, two hundred are a way of typing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.checks.rule import Finding, Fix, Rule


def together(findings: Sequence[Finding], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return the findings, but of a rule with more places in a report than it tells one by one only the first.

    The fix of that one mends all of them.
    """
    limits = {rule.id: rule.together for rule in rules if rule.together}
    places: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in limits and finding.fixes:
            places[finding.rule, finding.report].append(finding)
    many = {key: found for key, found in places.items() if len(found) > limits[key[0]]}
    result = []
    for finding in findings:
        found = many.get((finding.rule, finding.report)) if finding.fixes else None
        if found is None:
            result.append(finding)
        elif finding is found[0]:
            result.append(_standing_for(found))
    return tuple(result)


def _standing_for(found: Sequence[Finding]) -> Finding:
    first = found[0]
    edits = tuple(edit for finding in found for edit in finding.fixes[0].edits)
    fix = Fix(f"全文{len(found)}处一并改正", first.fixes[0].replacement, edits)
    return replace(first, message=f"全文有{len(found)}处同样的情况：{first.message}", fixes=(fix,))
