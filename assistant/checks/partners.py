"""Where the other half of an unpaired mark is missing: behind the name it opens, or before the one it closes.

What a mark encloses is guessed by what usually stands behind a name (制度, 活动, 条例》) or before it (落实, 开展); the
finding then reaches from the mark to that place, so that the eye is led to both.
"""

import re

from assistant.checks.rule import Match

_CLOSES = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕", "(": "）"}
_OPENS = {close: mark for mark, close in _CLOSES.items() if mark != "("} | {")": "（"}
_STOP = re.compile("[，。；：！？“”‘’《》〈〉（）【】〔〕()\n]")
_NAMES = (
    "制度|机制|活动|品牌|行动|工程|模式|工作法|平台|称号|荣誉|党支部|支部|志愿|主题|专题|问题|的|等|为|要求|作用|宣讲|服务队|先锋队|"
    "突击队|工作站|工作室|课堂|讲堂|计划|项目|体系|格局|理念|精神|原则|方针|目标|标准|思想|意识|党建|教育|建设|工作|和|与"
)
_AFTER_QUOTED = re.compile(_NAMES)
_TITLE = re.compile(
    ".*(?:条例|准则|章程|党章|规定|办法|意见|方案|通知|要点|计划|细则|制度|决定|纲要|规划|报告|清单|汇编|规则|读本|选编|论述|摘编|选读|决议|公报)"
    "(?:（试行）)?"
)
_BEFORE = re.compile(
    ".*(?:落实|开展|坚持|推进|打造|做到|推行|实施|建立|深化|学习|践行|实行|增强|坚定|做实|创建|荣获|评为|授予|围绕|按照|解决|组织|执行|印发|制定|"
    "构建|形成|树立|严格|以|的|了|与|和|把|将|、)"
)
_KNOWN = re.compile(
    "两个维护|两个确立|四个意识|四个自信|三会一课|三重一大|两学一做|一岗双责|主题党日|第一议题|四风|双报到"
)
_LONGEST = 24
"""Characters of what a mark is thought to enclose."""


def closed(text: str, at: int) -> Match:
    """Return the match for an opening mark that is never closed."""
    mark = text[at]
    stop = _STOP.search(text, at + 1)
    inside = text[at + 1 : min(stop.start() if stop else len(text), at + 1 + _LONGEST)]
    if mark in "“‘":
        known, name = _KNOWN.match(inside), _AFTER_QUOTED.search(inside, 2)
        inside = known.group() if known else inside[: name.start()] if name else inside
    elif mark in "《〈":
        title = _TITLE.match(inside)
        inside = title.group() if title else inside
    end = at + 1 + len(inside.rstrip(" \u3000"))
    return Match(at, end, (f"{text[at:end]}{_CLOSES[mark]}",)) if end - at > 1 else Match(at, at + 1)


def begun(text: str, at: int) -> Match:
    """Return the match for a closing mark that nothing opens."""
    begin = max(at - _LONGEST, 0)
    inside = text[max((found.end() for found in _STOP.finditer(text, begin, at)), default=begin) : at]
    before = _BEFORE.match(inside[:-2])
    start = at - len(inside) + (before.end() if before else 0)
    return Match(start, at + 1, (f"{_OPENS[text[at]]}{text[start : at + 1]}",)) if start < at else Match(at, at + 1)
