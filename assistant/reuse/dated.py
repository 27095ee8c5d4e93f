"""What the dated knowledge says about a text in a new year: campaigns, plans, anniversaries, formulations."""

import re
from collections.abc import Iterator

from assistant.reuse.found import Found, Scope
from assistant.reuse.timeline import Campaign, Plan, Timeline

_PHASE = re.compile(r"(?:规划)?(?:[\u4e00-\u9fff]{0,4}的)?(?:圆满)?(开局|起步|收官)")
_ANNIVERSARY = r"(?:了|的)?\s*([0-9]{2,3}|[XxＸ×]{1,3})\s*周年"
_BORDERS = "。；！？\n"
_KEPT = re.compile(r"[^，。；]{0,4}(?:成果|常态化|长效)")


def campaigns(text: str, scope: Scope, timeline: Timeline) -> Iterator[Found]:
    """Yield the campaigns that belong to other years than the new one."""
    running = [one for one in timeline.campaigns if one.last is not None and one.first <= scope.year <= one.last]
    for one in timeline.campaigns:
        if one.last is None or one.last >= scope.year:
            continue
        for match in _mentions(text, one, scope.last):
            kept = _KEPT.match(text, match.end())
            instead = running[0].name if len(running) == 1 and not kept else None
            yield Found(*match.span(), match[0], "campaign", instead, _campaign_words(one, scope, timeline), one.source)


def _mentions(text: str, one: Campaign, last: int) -> Iterator[re.Match[str]]:
    yield from one.pattern.finditer(text)
    if one.short is not None and one.last is not None and one.first <= last <= one.last + 1:
        yield from one.short.finditer(text)


def _campaign_words(one: Campaign, scope: Scope, timeline: Timeline) -> str:
    unknown = "" if timeline.knows(scope.year) else f"（数据截至{timeline.updated.isoformat()}）"
    year, month = one.ended.split("-")
    return f"{one.name}{year}年{int(month)}月已经结束，{scope.year}年度请写当年的集中教育{unknown}。"


def plans(text: str, scope: Scope, timeline: Timeline) -> Iterator[Found]:
    """Yield five-year plans that don't cover the year the new text is about, and their first and last years."""
    current = next((one for one in timeline.plans if one.first <= scope.target <= one.last), None)
    for one in timeline.plans:
        for match in one.pattern.finditer(text):
            phase = _PHASE.match(text, match.end())
            if one.last < scope.target and not (one.last < scope.last and _is_history(text, match.end())):
                end = phase.end() if phase else match.end()
                instead = None if phase or current is None else current.name
                message = f"{one.name}规划到{one.last}年为止，这里要写的是{scope.target}年的事，请核对。"
                yield Found(match.start(), end, text[match.start() : end], "plan", instead, message, one.source)
            elif phase and scope.target != _phase_year(one, phase[1]):
                message = (
                    f"{one.name}规划的{phase[1]}之年是{_phase_year(one, phase[1])}年，不是{scope.target}年，请改写。"
                )
                words = text[match.start() : phase.end()]
                yield Found(match.start(), phase.end(), words, "plan", None, message, one.source)


def _phase_year(plan: Plan, phase: str) -> int:
    return plan.last if phase == "收官" else plan.first


def anniversaries(text: str, scope: Scope, timeline: Timeline) -> Iterator[Found]:
    """Yield anniversaries whose number no longer fits; a number is suggested only where last year's was right."""
    for one in timeline.anniversaries:
        for match in re.finditer(f"(?:{one.pattern.pattern}){_ANNIVERSARY}", text):
            now = scope.year - one.year
            if match[1] == str(now):
                continue
            fits = not match[1].isdigit() or int(match[1]) == scope.last - one.year
            instead = match[0].replace(match[1], str(now)) if fits else None
            message = f"{scope.year}年是{now}周年，今年是否仍写这项活动请核对。"
            yield Found(*match.span(), match[0], "formulation", instead, message, one.source)


def formulations(text: str, scope: Scope, timeline: Timeline) -> Iterator[Found]:
    """Yield words that were current before the year the new text is about, but are no longer."""
    for one in timeline.formulations:
        if one.last >= scope.target:
            continue
        for match in one.pattern.finditer(text):
            if one.unless is not None and one.unless.search(_around(text, *match.span())):
                continue
            if one.last < scope.last and _is_history(text, match.end()):
                continue
            yield Found(*match.span(), match[0], "formulation", one.instead, one.message, one.source)


def _is_history(text: str, end: int) -> bool:
    """Tell whether the words that end here are looked back on: “……以来”“……期间”."""
    return re.match(r"[^，。；、]{0,4}(?:以来|期间|时期|以后|之后)", text[end : end + 8]) is not None


def _around(text: str, start: int, end: int) -> str:
    """Return the sentence around a place."""
    first = max(text.rfind(mark, 0, start) for mark in _BORDERS) + 1
    stops = [at for mark in _BORDERS if (at := text.find(mark, end)) >= 0]
    return text[first : min(stops, default=len(text))]
