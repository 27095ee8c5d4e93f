"""Who signs a report where another one stands under its title: another name, a name misspelt, another unit's post."""

import re
from collections.abc import Iterator

from assistant.checks.identity import Person
from assistant.checks.name_places import SURNAMES
from assistant.checks.parts import text_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_HAN = re.compile("[一-鿿]+")
_SHORT_NAME = 2
"""Characters of a name of which two are like too much else."""
_BYLINE = 2
"""Paragraphs below the title that a byline stands in."""
_POST = re.compile("书记|主任|[局院校镇乡站所处会厅馆场队]长|经理")
_SIGNED = re.compile("(?:述职|报告|汇报)人(?:姓名)?[：:]|[　 ]")
_UNIT_AND_POST = re.compile(
    "[　 ]*(?:(?:述职|报告|汇报)人[：:])?(?P<unit>[一-鿿]{4,20}?)"
    "(?P<post>(?:党委|党组|党工委|党总支|党支部)书记)[　 ]{1,4}[一-鿿]"
)
_TOP = 4
"""Paragraphs at the beginning in which the signer is named."""


def other_signers(survey: Survey, report: Report, named: tuple[Person, ...], number: int) -> Iterator[Located]:
    """Yield what of the signature is not as under the title; `named` are the names at either end of the report."""
    yield from _other_persons(survey, report, named, number)
    yield from _signed_by_nobody(survey, report, named, number)
    yield from _other_lines(survey, named, number)


def _other_persons(survey: Survey, report: Report, named: tuple[Person, ...], number: int) -> Iterator[Located]:
    for one in named[1:]:
        first = named[0].name
        same = len(first) == len(one.name) and sum(a == b for a, b in zip(first, one.name, strict=True))
        if one.name != first and (same or (one is named[-1] and _is_another(survey, report, named[0], one))):
            yield Located(one.index, Match(one.start, one.end, (first,)), first, report=number)


def _other_lines(survey: Survey, named: tuple[Person, ...], number: int) -> Iterator[Located]:
    """Yield the unit of a signature that has the post and the name of the byline, but is of another unit."""
    first, signer = (named[0], named[-1]) if len(named) > 1 else (None, None)
    if first is None or signer is None or first.name != signer.name:
        return
    above, line = (survey.document.blocks[one.index].text for one in (first, signer))
    posts = [_UNIT_AND_POST.match(text) for text in (above, line)]
    if posts[0] is None or posts[1] is None or posts[0]["post"] != posts[1]["post"]:
        return
    right, other = posts[0]["unit"], posts[1]["unit"]
    short, long = sorted((right, other), key=len)
    rest = iter(long)
    if not all(character in rest for character in short) and other not in above:
        yield Located(signer.index, Match(*posts[1].span("unit"), (right,)), right, report=number)


def _is_another(survey: Survey, report: Report, first: Person, signer: Person) -> bool:
    """Tell whether a line that only signs gives somebody whom the report names nowhere else, below another's byline."""
    line = survey.document.blocks[signer.index].text
    named = first.name[0] in SURNAMES and signer.name[0] in SURNAMES and min(len(first.name), len(signer.name)) > 1
    top = first.index <= report.first + _BYLINE and _POST.search(survey.document.blocks[first.index].text) is not None
    above = _SIGNED.sub("", survey.document.blocks[first.index].text)
    alone = _SIGNED.sub("", line) in {signer.name, above.replace(first.name, signer.name)}
    return top and named and alone and text_of(survey.document, report).count(signer.name) == 1


def _signed_by_nobody(survey: Survey, report: Report, named: tuple[Person, ...], number: int) -> Iterator[Located]:
    """Yield a signer who stands nowhere else, but with one character written otherwise at the beginning: 才让多吉."""
    signer = named[-1] if named else None
    if signer is None or len(signer.name) <= _SHORT_NAME:
        return
    beginning = "\n".join(
        survey.document.blocks[i].text for i in range(report.first, min(report.first + _TOP, signer.index))
    )
    if signer.name in beginning:
        return
    for at in range(len(beginning) - len(signer.name) + 1):
        other = beginning[at : at + len(signer.name)]
        if other[0] == signer.name[0] and sum(map(str.__ne__, other, signer.name)) == 1 and _HAN.fullmatch(other):
            yield Located(signer.index, Match(signer.start, signer.end, (other,)), other, report=number)
            return
