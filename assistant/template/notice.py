"""What a pasted notice asks for: limits it states in numbers, and a list of things that must be written."""

import re
from dataclasses import replace
from datetime import date

from assistant.document.requirements import Item, Requirements
from assistant.template.report import ReportTemplate
from assistant.template.roles import RoleReader
from assistant.text.numbering import leading, points
from assistant.text.numerals import to_int

_DIGITS = str.maketrans("０１２３４５６７８９％／－", "0123456789%/-")
_NUMERAL = "(?:[0-9]+|[一二两三四五六七八九十]+)"
_RANGE = re.compile("([0-9]{3,5})字?(?:-|—|–|~|～|至|到)([0-9]{3,5})字")
_WORDS = re.compile("(?P<words>[0-9]{3,5})字(?:左右)?(?P<within>以内|之内|以下)?(?P<above>以上)?")
_LEAST = re.compile("(?:不少于|不低于|至少)[^，。；0-9]{0,4}$")
_MOST = re.compile("(?:不超过|不多于|不得超过|不要超过|控制在|限)[^，。；0-9]{0,4}$")
_MINUTES = re.compile(f"(?:{_NUMERAL}(?:-|—|–|~|～|至|到))?({_NUMERAL})分钟")
_PROBLEMS = re.compile(
    f"问题[^，。；]{{0,10}}?(?:不少于|不低于|至少)[^，。；]{{0,4}}?({_NUMERAL})[个条点]"
    f"|(?:不少于|不低于|至少)[^，。；]{{0,6}}?({_NUMERAL})[个条点][^，。；]{{0,6}}问题|问题[^，。；]{{0,6}}?({_NUMERAL})[个条]以上"
)
_SHARE = re.compile(
    "(?:篇幅|占比|比例|内容|部分)[^。；]{0,14}?(?:不少于|不低于|不得少于|占|达到)[^。；]{0,8}?"
    "(?:(?P<below>[二三四五])分之(?P<above>[一二三])|(?P<one>[1-3])/(?P<parts>[2-5])|(?P<percent>[1-9][0-9])%)"
)
_FAULTS = re.compile("问题|不足|打算|措施|整改")
_FIGURES = re.compile("用(?:数据|数字|事实和数据|数据和事例|数据和事实)[^，。；]{0,4}说话")
_DEADLINE = re.compile("(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日[^，。；]{0,6}(?:前|截止)")
_POINT = (
    "[（(][一二三四五六七八九十][）)]|[（(]?[1-9][0-9]?(?:[.．、][^0-9]|[）)])|[①-⑳]"
    "|[一二三四五六七八九十]是|[第其][一二三四五六七八九十]，"
)
_SPLIT = re.compile(f"[；;\n\u2028\u2029]+|(?<=[。：:，,])(?={_POINT})")
_STOP = re.compile("(?<=。)")
_PLAIN_NUMBER = re.compile("^[0-9]{1,2}[)）]|^[-—•·●■◆*]+")
_ENDS = " \t\u3000。；;，,、：:"
_SHORT, _LONG = 2, 120
"""Code points from and up to which a line of a notice is an item."""


def read_notice(text: str, template: ReportTemplate) -> Requirements:
    """Return what a pasted notice demands: limits, and its points as items, each with the section it seems to mean.

    A line that states a limit (字数控制在 3000 字以内) is no item; nor is one that only introduces others.
    """
    found = Requirements()
    items: list[Item] = []
    reader = RoleReader(template)
    for line in _SPLIT.split(text):
        after = _limits(line, found)
        words = stripped(line)
        if after != found and words != line.strip(_ENDS):  # a point, and behind its stop what is demanded of the whole
            first = _STOP.split(line)[0]
            words = "" if _limits(first, found) != found else stripped(first)
        elif after != found or line.rstrip().endswith(("：", ":")):
            words = ""
        found = after
        if _SHORT <= len(words) <= _LONG and not any(item.text == words for item in items):
            items.append(Item(words, _role(reader, template, words)))
    return replace(found, items=tuple(items))


def stripped(line: str) -> str:
    """Return a line of a notice without its number, marks and the stop at its end."""
    text = line.strip(_ENDS)
    for _ in range(2):  # 二、（一）…: a number in a number
        ordinal = leading(text)
        first = next(iter(points(text)), None)
        if ordinal is not None:
            text = text[ordinal.end :]
        elif first is not None and first.start == 0:
            text = text[first.end :]
        text = _PLAIN_NUMBER.sub("", text).strip(_ENDS)
    return text


def _role(reader: RoleReader, template: ReportTemplate, words: str) -> str:
    guess = reader.read(words)
    if guess.role is not None and template.section(guess.role) is not None:
        return guess.role
    return next((section.role for section in template.sections if section.role in guess.covers), "")


def _limits(line: str, found: Requirements) -> Requirements:
    line = line.translate(_DIGITS).replace(" ", "")
    found = _length(line, found)
    if (minutes := _MINUTES.search(line)) and (value := _number(minutes[1])):
        found = replace(found, minutes=value)
    if (problems := _PROBLEMS.search(line)) and (value := _number(problems[1] or problems[2] or problems[3])):
        found = replace(found, problems=value)
    if (share := _SHARE.search(line)) and _FAULTS.search(line):
        found = replace(found, share=_per_cent(share))
    if _FIGURES.search(line):
        found = replace(found, figures=True)
    if day := _DEADLINE.search(line):
        try:
            found = replace(found, deadline=date(int(day[1]), int(day[2]), int(day[3])).isoformat())
        except ValueError:  # 2月30日 is no day to remind of
            return found
    return found


def _length(line: str, found: Requirements) -> Requirements:
    if between := _RANGE.search(line):
        low, high = sorted((int(between[1]), int(between[2])))
        return replace(found, least=low, most=high)
    for match in _WORDS.finditer(line):
        before = line[: match.start()]
        if match["above"] or _LEAST.search(before):
            found = replace(found, least=int(match["words"]))
        elif match["within"] or _MOST.search(before):
            found = replace(found, most=int(match["words"]))
    return found


def _number(numeral: str) -> int | None:
    return 2 if numeral == "两" else to_int(numeral)


def _per_cent(share: re.Match[str]) -> int:
    if share["percent"]:
        return int(share["percent"])
    above = to_int(share["above"] or share["one"]) or 1
    below = to_int(share["below"] or share["parts"]) or 1
    return min(above * 100 // below, 100)
