"""Days and stages that come after one another: 9月18日台风登陆，提前一天，即9月19日; 4月动工，8月竣工，7月投用."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_M = "(?<![0-9])(?P<{0}>1[0-2]|[1-9])月(?P<{1}>[1-3]?[0-9])日"
_APART = re.compile(
    _M.format("month", "day") + "(?P<between>[^。；！？0-9]{0,50}?)"
    "(?P<how>提前(?P<early>[一两二三四五1-5])天|前一[天日]|头一天|[次翌]日|第二天|隔天|后一天|当[天日])"
    "(?P<link>，?即|（|，|——|：|[^。；，0-9]{0,2})" + "(?P<at>" + _M.format("later", "on") + ")(?![至到—-])"
)
_LAST_DAY = re.compile(
    "(?<![0-9])(?P<month>1[0-2]|[1-9])月(?:份)?的?最后一天，?(?:即|也就是|（)?(?P<at>(?P<later>1[0-2]|[1-9])月(?P<on>[1-3]?[0-9])日)"
)
_AFTER = {"次日": 1, "翌日": 1, "第二天": 1, "隔天": 1, "后一天": 1, "当天": 0, "当日": 0}
_YEAR, _LEAP = 2025, 2024
_STAGES = (
    (
        "立项|获批|招标|签约|签订合同|选址|完成设计",
        "动工|开工|开建|破土|奠基|进场施工|启动建设|启动施工|启动改造|开始施工",
        "封顶|合龙|主体完工|贯通",
        "竣工|完工|建成|改造完成|施工完成",
        "验收",
        "投入使用|投用|启用|投产|投入运行|投入运营|开业|开馆|开园|交付|入住|通车|揭牌|通水|开放",
    ),
    ("报名", "开班|开课|开营", "结业|结营|结课"),
    ("招募|征集", "开幕|开赛|开展", "闭幕|落幕|闭展"),
    ("制定方案|印发方案|出台方案", "动员|部署", "总结|收官|结束"),
    ("报名|海选", "初赛|预赛|初评|初审", "复赛|半决赛|复评|复审", "决赛|终评|终审", "公示", "表彰|颁奖|命名|授牌|通报"),
    ("发布公告|公告", "报名", "笔试", "面试", "体检", "公示", "聘用|录用|入职|上岗"),
    ("播种|栽种|移栽|下种", "采收|采摘|收割|开镰|收获|测产", "销售|上市|分红"),
    ("进驻", "反馈", "整改完成|整改到位|销号"),
    (
        "递交(?:入党)?申请书?",
        "确定为(?:入党)?积极分子|列为(?:入党)?积极分子",
        "确定为发展对象|列为发展对象",
        "接收为预备党员|入党|吸收为预备党员",
        "转正|按期转正",
    ),
)
"""What comes one after the other, kind by kind."""
_STEP = (
    "(?<![0-9])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[1-3]?[0-9])日|初|底|份|中旬|上旬|下旬|末)?"
    "(?P<what>[^。；，、0-9]{0,14}?(?:%s))(?=[^。；，、0-9]{0,6}[，、。；]|$)"
)
_STEPS = tuple(re.compile(_STEP % "|".join(stages)) for stages in _STAGES)
_ANOTHER_YEAR = re.compile("[去今明前次翌当第][一二]?年|20[0-9]{2}年|将|计划|预计|力争|拟|批|[一二三四]期")
_SENTENCE = re.compile("[^。；\n]+")


def wrong(text: str, /) -> Iterator[Match]:
    """Yield days that are not the one before or after the day told first, and stages before the one they follow."""
    if "月" not in text:
        return
    if "天" in text or "日" in text:
        for found in _APART.finditer(text):
            right = _day(found)
            if right and right != found["at"]:
                yield Match(*found.span("at"), (right,))
        for found in _LAST_DAY.finditer(text) if "最后一天" in text else ():
            if found["month"] == found["later"] and not _is_last(int(found["later"]), int(found["on"])):
                yield Match(*found.span("at"))
    for sentence in _SENTENCE.finditer(text):
        if sentence.group().count("月") > 1 and not _ANOTHER_YEAR.search(sentence.group()):
            yield from _stages(text, *sentence.span())


def _day(found: re.Match[str]) -> str:
    """Return the day that the words before it mean, nothing where the first one is none."""
    how = found["how"]
    early = found["early"]
    if how in {"当天", "当日"} and not found["link"].endswith(("即", "（")):
        return ""
    by = (
        -(int(early) if early.isdigit() else 2 if early == "两" else to_int(early) or 1)
        if early
        else _AFTER.get(how, -1)
    )
    try:
        meant = date(_YEAR, int(found["month"]), int(found["day"])) + timedelta(days=by)
    except ValueError:
        return ""
    return f"{meant.month}月{meant.day}日"


def _is_last(month: int, day: int) -> bool:
    for year in (_YEAR, _LEAP):
        try:
            if (date(year, month, day) + timedelta(days=1)).day == 1:
                return True
        except ValueError:
            continue
    return False


def _stages(text: str, start: int, end: int) -> Iterator[Match]:
    for pattern, stages in zip(_STEPS, _STAGES, strict=True):
        before: tuple[int, int, int] | None = None
        for found in pattern.finditer(text, start, end):
            place = max(n for n, stage in enumerate(stages) if re.search(stage, found["what"]))
            now = (place, int(found["month"]), int(found["day"] or 0))
            if before is not None and before[0] < place:
                early = (now[1], now[2] or 31) < (before[1], before[2])
                if early:
                    yield Match(found.start("month"), found.start("what"))
                    break
            before = now
