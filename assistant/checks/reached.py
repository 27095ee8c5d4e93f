"""What is told to have passed a mark or to be one for each, and has not: 突破50万元，达到48.6万元."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_N = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = "[^0-9，。；、（）]{1,4}?"
_PASSED = re.compile(
    rf"(?:突破|超过|跨过|迈过)了?(?P<mark>{_N})(?P<unit>{_UNIT})(?:大关|关口)?，(?:实际|最终|累计|共|全年|目前)?"
    rf"(?:达到了?|达|为|是|完成|实现)(?P<count>{_N})(?P=unit)"
)
_WITHIN = re.compile(
    rf"(?:控制|稳定|压降|保持)[在到至](?P<mark>{_N})(?P<unit>{_UNIT})(?:以内|以下|之内)，(?:实际|目前|现)?(?:为|是|达到?|仅为)(?P<count>{_N})(?P=unit)"
)
_WORST = re.compile(
    rf"(?:全部|均|都|全)(?:超过了?|突破了?|达到?了?|在)(?P<mark>{_N})(?P<unit>{_UNIT})(?:以上)?，[^。；0-9]{{0,4}}最[少低][^。；0-9]{{0,12}}?"
    rf"(?P<count>{_N})(?P=unit)"
)
_RISES = re.compile(
    rf"(?:突破|超过|达到?了?)(?P<count>{_N})(?P<unit>{_UNIT})(?:以上)?，[比较][^，。；0-9]{{1,8}}?(?P<mark>{_N})(?P=unit)(?:增长|提高|增加|上升)"
)
_OVER = re.compile(
    rf"超额完成(?!率)[^。；]{{0,24}}?(?:完成率|达成率|(?:任务|目标|计划|指标)数?的)(?:达到?|为|是)?(?P<share>{_N})[%％]"
)
_YEARS = re.compile(
    r"连续(?P<number>[两三四五六七八九2-9])个?年度?[（(](?P<years>20[0-9]{2}年?度?(?:[、和]20[0-9]{2}年?度?){1,8})[）)]"
)
_FROM_TO = re.compile(
    r"连续(?P<number>[两三四五六七八九2-9])个?年度?[（(](?P<first>20[0-9]{2})年?[—～至-]{1,2}(?P<last>20[0-9]{2})年?度?[）)]"
)
_GIVEN = re.compile(
    r"[为给向](?P<people>[0-9]+)[名位][^。；，0-9]{2,16}(?:颁发|佩戴|发放|送上|送去|赠送|换发)了?[^。；，0-9]{0,14}(?:纪念章|奖章|证书|聘书|党徽|勋章)(?P<things>[0-9]+)[枚本张份个]"
)


def missed(text: str, /) -> Iterator[Match]:
    """Yield marks that were not passed, years that are not as many as is said, and badges that are not one for each."""
    for pattern, sign in ((_PASSED, -1), (_WORST, -1), (_RISES, -1), (_WITHIN, 1)):
        for found in pattern.finditer(text):
            if (float(found["count"]) - float(found["mark"])) * sign > 0:
                yield Match(min(found.start("mark"), found.start("count")), found.end())
    for found in _OVER.finditer(text) if "超额" in text else ():
        if float(found["share"]) < 100:
            yield Match(found.start(), found.end())
    if "连续" in text:
        for found in _YEARS.finditer(text):
            yield from _miscounted(found, len(re.findall("20[0-9]{2}", found["years"])))
        for found in _FROM_TO.finditer(text):
            yield from _miscounted(found, int(found["last"]) - int(found["first"]) + 1)
    for found in _GIVEN.finditer(text):
        if int(found["things"]) % int(found["people"]):
            yield Match(found.start("people"), found.end())


def _miscounted(found: re.Match[str], years: int) -> Iterator[Match]:
    said = 2 if found["number"] == "两" else to_int(found["number"]) or int(found["number"])
    if said != years:
        yield Match(*found.span("number"), ("一两三四五六七八九"[years - 1],) if 1 < years < 10 else ())
