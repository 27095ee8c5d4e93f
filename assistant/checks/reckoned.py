"""What follows from how many there are: shares of all of them, so many for each, sums of what each has got."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.wholes import NOUN, NOUNS, counts_of, totals
from assistant.text.keeping import keeping
from assistant.text.numerals import to_int

_UNIT = "名|人|个|家|户|支|套|本|份|次|场|期|条|件|项|篇|万元|元"
_SHARE = keeping(
    rf"(?P<part>[0-9]+)[名人个家户支][^。；0-9]{{0,36}}?占(?:全[一-鿿]{{1,2}}|我[一-鿿]{{1,2}})?(?P<noun>{NOUN})(?:总数|总人数|总量|数)的?(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_EACH = keeping(
    rf"每[个名家户支](?P<noun>{NOUN})[^。；，0-9每]{{0,14}}(?P<each>[0-9]+)(?P<unit>{_UNIT})[^。；，0-9]{{0,6}}，(?:全年|全[一-鿿])?(?:共|共计|合计|累计|总计)[^。；，0-9]{{0,10}}(?P<sum>[0-9]+)(?P=unit)"
)
_EVERY = {"月": 12, "季度": 4, "半年": 2}
_OFTEN = keeping(
    rf"(?:(?P<many>[0-9]+)个)?(?P<noun>{NOUN})(?:均|都)?每个?(?P<every>月|季度|半年)[^。；，0-9]{{0,14}}(?P<each>[0-9]+)(?P<unit>次|场|期)[^。；，0-9]{{0,14}}，"
    rf"(?:(?P<count>[0-9]+|[两三四五六七八九])个(?:{NOUN}))?(?:全年|全[一-鿿])?(?:共|共计|合计|累计|总计)[^。；，0-9]{{0,12}}(?P<sum>[0-9]+)(?P=unit)"
)
"""每个支部每月召开1次支委会，全年共召开62次."""
_AVERAGE = keeping(
    rf"(?P<sum>[0-9]+)(?P<unit>{_UNIT})[，、（](?:(?P<short>村|社区|支部)(?:平)?均|(?:平均)?每(?P<bare>村|社区|支部)(?:平均)?(?:有|达到?|为)?|(?:平均)?每[个名家](?P<noun>{NOUN})(?:平均)?(?:有|达到?|为)?)[^。；，0-9每]{{0,4}}(?P<each>[0-9]+(?:\.[0-9])?)(?P=unit)"
)
_SHORT = {"村": ("村", "村和社区"), "社区": ("社区",), "支部": ("党支部",)}
_GRADED = "个名家"
_GRADE = (
    "“?(?:优秀|良好|较好|好|一般|较差|差|基本合格|不合格|合格|先进|示范|中等|后进|达标|[一二三四]类|[ABC]级?)”?"
    f"(?:等次|档次|等级|档|类|级)?的?(?:党?支部|党组织|党员|村|社区)?(?:有|为)?[0-9]+[{_GRADED}]"
)
_GRADES = keeping(
    f"{_GRADE}(?:[、，和]{_GRADE}){{1,4}}(?![、，](?!参评|参加|应评)[^。；，、0-9]{{1,8}}[0-9]+[{_GRADED}])"
)
_JUDGED = re.compile(
    f"(?P<count>[0-9]+)[{_GRADED}][^。；，、0-9]{{1,8}}(?:全部|均|都)?(?:参评|参加评|评完|考核完|全部评|完成考核)"
    f"|(?:参评|参加评议|参加测评|应评|参加考核)的?(?:党员|干部|支部)?(?P<before>[0-9]+)[{_GRADED}]"
)
_SLIPPED = 2
"""What the grades may be off by to be a slip."""
_LIMIT = re.compile("至少|不少于|不低于|最[少多]|以上")
_FAR = 60
"""Characters before a share in which its part is looked for by name."""
_ROUNDED = 0.6
"""Percent by which a share may be rounded."""


def shares(survey: Survey, /) -> Iterator[Located]:
    """Yield shares of all there are that the part told and the number of all contradict."""
    for number, report in enumerate(survey.reports):
        known: dict[str, str] | None = None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _SHARE.finditer(text) if "占" in text else ():
                known = totals(counts_of(survey, report)) if known is None else known
                whole, part, share = known.get(NOUNS[found["noun"]], ""), _part(found), found["share"]
                if whole and 0 < part <= int(whole) and abs(100 * part / int(whole) - float(share)) > _ROUNDED:
                    right = f"{100 * part / int(whole):.{len(share.partition('.')[2])}f}"
                    yield Located(index, Match(*found.span("share"), (right,)), right, report=number)


def _part(found: re.Match[str]) -> int:
    """Return how many the share is of: those the clause names (在职党员占…) where they were counted, else the last."""
    clause = re.split("[，。；]", found.group().rpartition("占")[0])[-1]
    before = found.string[max(0, found.start() - _FAR) : found.end()]
    named = re.findall(f"{re.escape(clause)}([0-9]+)", before) if len(clause) > 1 and clause.isalpha() else []
    return int(named[-1] if named else found["part"])


def each(survey: Survey, /) -> Iterator[Located]:
    """Yield sums that are not the number of all times what each has: 17个村，储备51名，村均4名."""
    for number, report in enumerate(survey.reports):
        known: dict[str, str] | None = None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            if "每" not in text and "均" not in text:
                continue
            for found in _OFTEN.finditer(text):
                known = totals(counts_of(survey, report)) if known is None else known
                count = found["count"] or found["many"] or known.get(NOUNS[found["noun"]], "")
                due = _count(count) * int(found["each"]) * _EVERY[found["every"]]
                if due and due != int(found["sum"]) and int(found["sum"]) > int(found["each"]) * _EVERY[found["every"]]:
                    yield Located(index, Match(found.start(), found.end()), str(due), report=number)
            for found in (*_EACH.finditer(text), *_AVERAGE.finditer(text)):
                known = totals(counts_of(survey, report)) if known is None else known
                named = found.groupdict()
                nouns = _SHORT.get(named.get("short") or named.get("bare") or "", ()) or (NOUNS[found["noun"]],)
                wholes = [int(known[noun]) for noun in nouns if noun in known]
                if _LIMIT.search(found.group()) or not wholes or any(_comes_to(found, whole) for whole in wholes):
                    continue
                due = round(wholes[0] * float(found["each"]))
                yield Located(index, Match(found.start(), found.end()), str(due), report=number)


def _comes_to(found: re.Match[str], whole: int) -> bool:
    """Tell whether what each of so many has comes to the sum that is told, or an average rounds to it."""
    total = int(found["sum"])
    rounded = "均" in found.group() and _in_between(found["each"], whole, total)
    return rounded or round(whole * float(found["each"])) == total


def _count(written: str) -> int:
    """Return what a numeral says, 0 where there is none."""
    return 2 if written == "两" else to_int(written) or (int(written) if written.isdigit() else 0)


def _in_between(told: str, whole: int, total: int) -> bool:
    """Tell whether an average rounds to what is told of it."""
    if not whole:
        return False
    places = len(told.partition(".")[2])
    return round(total / whole, places) == float(told)


def graded(survey: Survey, /) -> Iterator[Located]:
    """Yield how many were judged to be what, where that is nearly all there are: 好5个、较好11个、一般3个."""
    for number, report in enumerate(survey.reports):
        known: dict[str, str] | None = None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for row in _GRADES.finditer(text) if "个" in text or "名" in text else ():
                known = totals(counts_of(survey, report)) if known is None else known
                told = sum(map(int, re.findall(f"([0-9]+)[{_GRADED}]", row.group())))
                near = [int(whole) for noun, whole in known.items() if _is_graded(noun, text, row)]
                here = {int(count) for count in re.findall(f"([0-9]+)[{_GRADED}]", text[: row.start()])}
                here |= {int(count) for count in re.findall(f"([0-9]+)[{_GRADED}]", text[row.end() :])}
                judged = [int(found["count"] or found["before"]) for found in _JUDGED.finditer(text)]
                near, here = (judged, here - set(judged)) if judged else (near, here)
                wholes = [whole for whole in near if 0 < abs(whole - told) <= _SLIPPED and whole > _SLIPPED * 2]
                if len(set(wholes)) == 1 and told not in {*near, *here}:
                    yield Located(index, Match(*row.span()), str(wholes[0]), report=number)


def _is_graded(noun: str, text: str, row: re.Match[str]) -> bool:
    """Tell whether a paragraph speaks of what was judged, before the grades or between them."""
    begin = text.rfind("。", 0, text.rfind("。", 0, row.start()) if "。" in text[: row.start()] else 0) + 1
    if noun == "党员":
        return "名" in row.group()
    return noun.replace("村和社区", "社区")[-2:] in text[begin : row.end()] and "名" not in row.group()
