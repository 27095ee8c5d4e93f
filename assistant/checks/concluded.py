"""Conclusions that the two figures before them contradict: 预算20万元，实际支出21万元，没有超支."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match

_N = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = "(?:[万亿千百]?[元吨亩株斤]|[一-鿿])(?:[次户数元吨])?"
_FREE = "[^，。；：、0-9]"
_REAL = f"(?:{_FREE}{{0,10}}?(?:实际|决算|最终|最后|实|已|共|全年|年底|到年底){_FREE}{{0,10}}?)"
_PLAN = (
    rf"(?<![0-9.])(?P<due>{_N})(?P<unit>{_UNIT}){_FREE}{{0,6}}，"
    rf"{_REAL}(?P<real>{_N})(?P=unit)(?![以之]内|左右){_FREE}{{0,6}}，"
)
_THUS = "(?:比(?:预算|概算|计划|原计划)|较(?:预算|计划)|全部|均|做到了?|确保|实现了?|从而|也|并)?(?:了)?"

_SPENT = re.compile(
    rf"(?:预算|概算|控制价|限额|额度|拦标价|(?:经费|支出|资金|费用)计划){_FREE}{{0,8}}{_PLAN}{_THUS}(?:(?P<low>没有?超支|未超支|没有?超(?:出)?预算|未超(?:出)?预算|不超支"
    r"|(?:严格)?控制在(?:预算|概算|限额|计划)(?:以内|之内|范围内|内)|节约|节省|结余|节支|压减)|(?P<high>超支|超出|超预算|超概算|超了))"
)
_DONE = re.compile(
    rf"(?:计划|目标|任务|预期|指标|要求)(?!(?:总|完成)?投[资入]|支出|用[时电水]|资金|能耗|控制|压[降减]|减少)"
    rf"(?:(?!投资|投入|支出|用[时电水]|控制|压[降减缩]|减少|能耗){_FREE}){{0,12}}?{_PLAN}{_THUS}"
    r"(?:(?P<over>超额(?:完成|实现)|超(?:计划|目标|任务)|超出(?:计划|目标)|突破了?(?:预期|目标|计划|[0-9])|超过(?:预期|目标|计划))"
    r"|(?P<full>(?:圆满|全面|如期|顺利|按期|按时|全部|足额|如数)(?:完成|实现)|不折不扣(?:地)?完成|完成率100[%％])"
    r"|(?P<not>(?:没有?|未|尚未|未能|没能)(?:完成|达到|实现|达标)|低于(?:计划|目标|预期)|欠账|完成率[1-9]?[0-9](?:\.[0-9]+)?[%％]))"
)
_PRESENT = re.compile(
    rf"(?:应到|应参加|应参会|应出席){_FREE}{{0,8}}(?P<due>[0-9]+)(?P<unit>[人名])，{_FREE}{{0,4}}实(?:到|际(?:到会|参加|参会|出席)|参加){_FREE}{{0,6}}(?P<real>[0-9]+)(?P=unit)，"
    r"(?:全部|全员|全体|悉数|无一人?缺|没有一?人缺|无人缺|无缺)"
)
_HANDED = re.compile(
    rf"(?:收到|收受|应交|应缴|应退|应收|查出){_FREE}{{0,8}}(?P<due>{_N})(?P<unit>万元|元|件|份|笔)，{_FREE}{{0,6}}?(?:上[交缴]|缴纳|退[还回]|实交|实缴|实收|清退|登记上交){_FREE}{{0,4}}(?P<real>{_N})(?P=unit)，"
    r"(?:已|均已?)?(?:全部|全额|足额|如数|悉数)"
)
_RANK = re.compile(
    rf"(?:去年|上年|前年|年初|原来|上季度|一季度|上半年|此前|20[0-9]{{2}}年){_FREE}{{0,12}}第(?P<old>[0-9]{{1,3}})[位名]，{_FREE}{{0,14}}第(?P<new>[0-9]{{1,3}})[位名]，"
    r"(?:排名|位次|名次)?(?:(?P<up>前进|上升|提升|进位|前移|晋升|跃升|提高)|(?P<down>后退|下降|下滑|退后|后移|退步|跌落|退))(?:了)?[0-9一二三四五六七八九两]"
)
_CHANGED = re.compile(
    rf"[由从](?P<old>{_N})(?P<unit>[%％]|{_UNIT})?(?:变为|调整为|变成|到|变化到|变化为|转为)(?P<new>{_N})(?(unit)(?P=unit))，(?:同比|比[去上]年)?"
    r"(?:(?P<up>提高|上升|增长|增加|提升|升高|扩大)|(?P<down>下降|降低|减少|回落|下滑|缩减))了?[0-9]"
)
_DAYS = re.compile(
    rf"(?:要求|规定|计划|原定|约定|预定|应于?|限(?:期|定)?)(?:在|于)?(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}}日|底|中旬|上旬|下旬|初)(?:之?前|以前)?(?P<what>{_FREE}{{0,10}})，"
    rf"{_FREE}{{0,6}}?(?:实际|已于|于|最终){_FREE}{{0,6}}?(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}}日|底|中旬|上旬|下旬|初){_FREE}{{0,10}}，"
    r"(?:比(?:计划|原定|规定|要求)(?:时间)?)?(?:(?P<early>提前|提早)|(?P<late>推迟|延后|晚了|滞后|延期|逾期|拖后))"
)
_SPRING, _AUTUMN = 3, 9
"""Months up to which, and from which on, the year may have turned between two dates."""
_PART = {"初": 3, "上旬": 8, "中旬": 15, "下旬": 25, "底": 30}


def wrong(text: str, /) -> Iterator[Match]:
    """Yield conclusions with the two figures they are drawn from, from the first figure on."""
    if "，" in text and any(digit in text for digit in "123456789"):
        yield from _reached(text)
        yield from _moved(text)
        yield from _in_time(text)


def _reached(text: str) -> Iterator[Match]:
    for found in _SPENT.finditer(text) if any(sign in text for sign in ("算", "额", "价", "费", "支", "资")) else ():
        more = _more(found)
        if (found["low"] and more > 0) or (found["high"] and more <= 0):
            yield Match(found.start("due"), found.end())
    for found in _DONE.finditer(text):
        more = _more(found)
        if (found["over"] and more <= 0) or (found["full"] and more < 0) or (found["not"] and more >= 0):
            yield Match(found.start("due"), found.end())
    for pattern in (_PRESENT, _HANDED):
        for found in pattern.finditer(text):
            if _more(found) < 0:
                yield Match(found.start("due"), found.end())


def _moved(text: str) -> Iterator[Match]:
    for pattern, sign in ((_RANK, -1), (_CHANGED, 1)):
        for found in pattern.finditer(text):
            rise = (float(found["new"]) - float(found["old"])) * sign
            if (found["up"] and rise <= 0) or (found["down"] and rise >= 0):
                yield Match(found.start("old"), found.end())


def _in_time(text: str) -> Iterator[Match]:
    for found in _DAYS.finditer(text) if "月" in text else ():
        late = _day(found["m"], found["d"]) - _day(found["month"], found["day"])
        year_turns = int(found["m"]) <= _SPRING and int(found["month"]) >= _AUTUMN
        if not year_turns and ((found["early"] and late > 0) or (found["late"] and late < 0)):
            yield Match(found.start("month"), found.end())


def _more(found: re.Match[str]) -> float:
    return float(found["real"]) - float(found["due"])


def _day(month: str, day: str) -> int:
    """Return a number that grows with the date, from 1月初 on."""
    return int(month) * 31 + (_PART[day] if day in _PART else int(day[:-1]))
