"""Another branch in the place of one's own: 呼吸内科党支部 in the report of 心血管内科."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import said
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import Keeping, keeping

_END = re.compile(
    "(?:科室?|病区|车间|分厂|教研室|研究室|实验室|系|处|大队|中队|班组|工段|作业区|项目部|年级组?|教研组|门诊|采区|线路所|工区|部|队|室)$"
)
"""What the parts of a unit that have a branch of their own are called."""
_BODY = "(?:党总支|党支部|支部)"
_VERBS = "坚持|严格|认真|始终|高度重视|全面|深入|扎实|带头|切实|定期|将|把|全年|落实|制定|召开|聚焦|围绕|紧紧|以"
_DOING = f"(?=(?:书记)?(?:{_VERBS})|在[^。；，]{{2,14}}(?:领导|指导|带领|关心)下|现有|共有|下设|有(?:正式)?党员)"
_NO_NAME = re.compile(
    "[各每该本我全其两几某与和同为由对帮向到请让]|指导|联合|结对|共建|兄弟|先进|示范|一些|部分|所属|所辖|联系|评|获|推荐|如|机关|离退休|退休|临时|联建"
)
"""What no name of the own branch has before it or in it."""


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield the one place where a branch that isn't the reporting one does what only that one can."""
    for number, report in enumerate(survey.reports):
        own = next((one.unit for one in said(survey, report) if one.body in {"党支部", "党总支"}), "")
        end = _END.search(own)
        if end is None:
            continue
        lines = list(lines_of(survey, report))
        whole = "\n".join(text for _, text in lines)
        for index, text in lines:
            for found in _frame(end.group()).finditer(text) if "支" in text else ():
                name = found["name"]
                if whole.count(name) == 1 and not _NO_NAME.search(name) and not _is_part(name, own):
                    yield Located(index, Match(*found.span("name")), own, report=number)


@lru_cache(maxsize=8)
def _frame(end: str) -> Keeping:
    return keeping(f"(?:^|(?<=[。；])|(?<=[年来]，)|(?<=现将)|(?<=代表))(?P<name>[一-鿿]{{1,10}}?{end}){_BODY}{_DOING}")


def _is_part(name: str, own: str) -> bool:
    """Tell whether a name is one's own, cut short in any way: 心内科 is 心血管内科."""
    rest = iter(own)
    return all(character in rest for character in name)
