"""What there was, what came, what went and what there is: 年初库存11.2万吨，购进4.5万吨，出库5.1万吨，年末库存11.6万吨.

Every count of the kind between the first and the last must be one that came or went; another one may tell of anything.
"""

import re
from collections.abc import Iterator

from assistant.checks.quantities import RELATIVE, Quantity, Row, sentences, shown
from assistant.checks.rule import Match

_AGO = (
    "年初|[去上]一?年(?:年?底|年?末)?|上年度末|[期月季]初|20[0-9]{2}年(?:年?底|年?末|初)"
    "|此前|以前|往年|任职前|换届前|截至[去上]年(?:底|末)?"
)
_STOCK = (
    "库存|结存|结余|余额|存量|在册|实有|累计|存栏|保有量?|在库|共?有|已有|原有"
    "|登记|建成|存款|滚存|在籍|在校|馆藏|结转|在[建办管训岗营研审编]|待[办解]"
)
_OPENING = re.compile(
    f"(?:(?:{_AGO})(?:[^，、0-9]{{0,6}}(?:{_STOCK})|[^，、0-9]{{0,3}}(?=.{{0,1}}$))|原有|原来有|[期年]初数|年初的?)[^，、0-9]{{0,12}}$"
)
_CLOSING = re.compile(
    f"(?:(?:[年期月季]末|年底|[期月季]末|目前|现在?|至今|如今|截至[^，]{{0,8}})[^，、0-9]{{0,8}}?(?:{_STOCK}|达到?|为|剩余?)|现有|现存|实有|现结余|结存|(?<!^)结余|累计(?:达到?|已?有|为|存|建成|完成)|总[量数额](?:达到?|增至|为)|达到了?|增至|增加到|减至|减少到|期末数)"
    "[^，、0-9]{0,12}$"
)
_CAME = re.compile(
    "新(?![建扩]筑)|购进|购入|购置|收购|入库|收入|进账|接收|转入|[调迁流划]入|纳入|增加|增长|招[募收聘录]|吸收|发展|采集|征集|入账|到账|募集|筹集|捐赠|拨入|拨付|争取|上缴的|轮入|补充|补库|投放|开工|受理|接到|出生|录用|登记|认定|建成|引进|添置|采购|收[到取缴]|生产"
)
_WENT = re.compile(
    "出库|支出|支付|使用|转出|[调迁流划拨借付卖轮]出|销售|售出|核销|核减|注销|退出|退休|去世|死亡|离[职退岗世]|减少|下降|消耗|消费|发放|拨付给|报废|淘汰|拆除|清退|除名|停止|脱贫|化解|偿还|归还|还款|办结|销号|出栏|毕业|结业|辞职|撤销|取消|处置|发运|发出|关停|供应|用去|花去|竣工|完工|完成|结案|收回|结清|开支|列支"
)
_NOT = re.compile("其中|平均|每|均|占|同比|任务|计划|目标|比|较(?!好)|各|预[计期]|将")
"""Words before a count that make it no flow of its own."""
_EVEN = 0.001
_MOST = 6
"""Flows between two stocks at most."""
_FAR = 0.5
"""Part of the right stock by which the one told may be off; what is more has been read wrongly."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield what there is at the end where it is not what there was, with what came and without what went."""
    if "年" not in text and "原" not in text and "前" not in text and "初" not in text:
        return
    for row in sentences(text, least=3):
        for at, opening in enumerate(row[:-2]):
            if opening.unit and opening.kind not in RELATIVE and not opening.rough and _OPENING.search(opening.lead):
                closing, due = _closing(row, at)
                if closing is not None:
                    yield Match(closing.start, closing.end, (due,))
                break


def _closing(row: Row, at: int) -> tuple[Quantity | None, str]:
    """Return the stock told behind an opening one that its flows contradict, and how it should read."""
    opening = row[at]
    flows: list[float] = []
    for one in row[at + 1 :]:
        if one.kind != opening.kind:
            continue
        lead, clause = one.lead, re.split("[，、；（]", one.lead)[-1]
        if one.rough or _NOT.search(lead):
            return None, ""
        if flows and _CLOSING.search(lead) and "，" in lead:
            return _judged(opening, flows, one)
        came, went = _CAME.search(clause), _WENT.search(clause)
        if bool(came) == bool(went) or len(flows) == _MOST:
            return None, ""
        flows.append(one.worth if came else -one.worth)
    return None, ""


def _judged(opening: Quantity, flows: list[float], closing: Quantity) -> tuple[Quantity | None, str]:
    due = opening.worth + sum(flows)
    off = abs(due - closing.worth)
    one = closing.worth / closing.value if closing.value else 1.0
    places = max(closing.places, opening.places)
    rounded = 1.01 * one * 10.0**-places if places > 1 else _EVEN * one
    if off <= rounded or due <= 0 or off > _FAR * due or abs(sum(flows) - closing.worth) < _EVEN:
        return None, ""
    return closing, shown(due / one, places)
