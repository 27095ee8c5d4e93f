"""Counts told again: lists that were counted wrongly, parts that are more than their whole."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_ITEM = "[^。；，：、！？“”（）\n0-9]{1,10}"
_LISTED = re.compile(
    rf"(?P<items>(?:{_ITEM}、){{1,7}}{_ITEM}?)(?:等)?(?P<number>[两三四五六七八九]|[2-9])(?P<what>个方面|大方面|方面(?=[^一-鿿]|内容|工作|问题|开展|入手|发力|着手)|项(?:重点)?工作|项制度|项任务|个环节|类问题|大类|项机制|项行动|个维度|个层面)"
)
_PROBLEMS = re.compile(
    r"(?:点评|指出|反馈|提出|认领)(?:的|了|我[一-鿿]{1,3})?(?:存在)?[“‘]?(?P<items>(?:[^。；，：、！？“”0-9]{3,24}、){1,5}[^。；，：、！？“”0-9]{3,24}?)[”’]?(?P<open>等)?(?:这)?(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_MADE_OF = re.compile(
    "由(?P<items>(?:[^。；，、：0-9]{2,9}、){1,8}[^。；，、：0-9]{2,9}?)(?:等)?(?P<number>[两二三四五六七八九]|[2-9])(?:人|名[一-鿿]{0,5}|个[一-鿿]{1,5})组成"
)
_SIDE_BY_SIDE = re.compile(
    "(?P<items>(?:“[^“”。]{3,30}”[、和]?){2,6})(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_ENDED = re.compile(
    "(?P<items>[一-鿿]{1,6}?(?P<end>[一-鿿]{1,2})(?:、[一-鿿]{1,8}?(?P=end)){1,7})(?:等)?[“‘]"
    "(?P<number>[两二三四五六七八九])(?:张|本|个|项|支|类|份|条|大|种|套|名)?(?P=end)[”’]"
)
"""责任清单、问题清单、任务清单“三张清单”: what each of them ends with is counted."""
_BEGUN = re.compile(
    "(?P<items>(?P<first>[进送访亮比讲查带帮])[^，。；、“”0-9]{1,8}(?:、(?P=first)[^，。；、“”0-9]{1,8}){1,7})(?:等)?“(?P<number>[两二三四五六七八九])(?P=first)”"
)
"""进学校、进企业、进农村“三进”: what each of them begins with is counted."""
_LETTERS = re.compile("“(?P<items>(?:[一-鿿]、){1,6}[一-鿿])”(?P<number>[两二三四五六七八九])字")
_NAMED = re.compile(
    "(?P<lead>[。；，：]|^|[在对到与向为的])(?P<items>(?:[一-鿿]{2,7}、){1,8}[一-鿿]{2,7}?)(?P<number>[0-9]{1,2}|[两三四五六七八九])(?:个|名|家|所)(?P<what>行政村|村|社区|小区|乡镇|镇|支部|党支部|部门|科室|企业|学校|站所|村（社区）)"
)
_SPELT = re.compile(
    "(?P<number>(?<![0-9])[0-9]{1,2}|[两二三四五六七八九])(?:个|项|名|条|家|处|所|大)(?P<what>[^。；，：、（）0-9]{0,8})(?:[：（]|，分别(?:是|为))(?P<items>[^。；，：、（）0-9“”]{2,10}(?:、[^。；，：、（）0-9]{2,10}){1,9})(?=[。；）]|$)"
)
_UNITED = re.compile(
    "(?:(?P<items>[^。；，：“”]{1,8}(?:[、+＋][^。；，：“”]{1,8}){1,7})[”’]?(?:的(?=[两二三四五六七八九](?:级[工责组体架]|方联|方协)))?[“‘]?|“(?P<quoted>[^“”]{1,8}(?:[、+＋][^“”]{1,8}){1,7})”的?)(?P<number>[两二三四五六七八九])(?:位一体|级联动|级网格|级工作体系|级责任体系|级组织体系|级架构|级体系|方联动|方协同|方共建|治融合|治结合|步走|步工作法|步法|步流程|个步骤|线合一|网合一|化融合|联工作法|化同步)"
)
_JOINED = re.compile("[和与及]|以及")
_NUMBER = "(?P<number>(?<![0-9第])[0-9]{1,2}|[两二三四五六七八九])"
_MARKED = re.compile(
    f"(?P<items>(?:《[^《》]{{2,40}}》[、和及与]?){{2,7}}|(?:“[^“”]{{2,30}}”[、和及与]?){{2,7}})(?P<open>等)?{_NUMBER}(?:项|个|部|篇|册|本|份|种|期|支|大|类|名|处|所)"
)
"""《…》《…》两项制度, “…”“…”两个问题: each in marks of its own."""
_GIVEN = re.compile(
    f"(?P<items>(?:[一-鿿]{{2,12}}、){{2,8}}[一-鿿]{{2,8}}?)(?P<open>等)?{_NUMBER}(?:名|位|支|家|所|处|类|个)(?P<what>[一-鿿]{{1,2}})"
)
"""张磊、李凤琴、杨波3名党员, 宣讲、调解、助老4支队伍: things of their own, not times or papers."""
_ONE_EACH = re.compile(
    "(?P<items>(?:[一-鿿]{2,8}、){1,6}[一-鿿]{2,8}?)各(?:设|配|选)?[1一](?:名|人|个|支|处|次|场|期|份|篇)，(?:一?共|合?总?计)(?P<number>[0-9]{1,2})"
)
_ALIKE = re.compile(
    f"[“‘](?P<items>(?P<first>[一-鿿])[^“”、]{{1,8}}(?:、(?P=first)[^“”、]{{1,8}}){{1,5}})[”’](?:的)?{_NUMBER}(?P=first)"
)
"""“亮身份、亮承诺、亮业绩”三亮."""
_TOLD = (
    (_MARKED, re.compile("[》”]等?[0-9两二三四五六七八九]")),
    (_GIVEN, re.compile("、[一-鿿]{2,8}[0-9两二三四五六七八九]{1,2}[名位支家所处类个]")),
    (_ONE_EACH, re.compile("各(?:设|配|选)?[1一][名人个支处次场期份篇]，")),
    (_ALIKE, re.compile("[”’]的?[0-9两二三四五六七八九]")),
)
"""Ways of telling how many are named, and what a text has that has one of them."""
_MOST = 12
"""Things that are still named one by one."""
_UNTOLD = re.compile("方面|问题|环节|人次|小时|月|多|以上|百|阶段|层面|维度|步骤")


def lists(text: str, /) -> Iterator[Match]:
    """Yield numbers behind a list that another number of items stands in: 学习、管理、服务、监督三项工作."""
    for pattern in (_LISTED, _ENDED, _BEGUN, _LETTERS, _PROBLEMS, _MADE_OF, _SIDE_BY_SIDE):
        for found in pattern.finditer(text):
            items = found["items"].split("”" if pattern is _SIDE_BY_SIDE else "、")
            items = items[:-1] if pattern is _SIDE_BY_SIDE else items
            said = 2 if found["number"] == "两" else to_int(found["number"]) or int(found["number"])
            if pattern is _LISTED and (_JOINED.search(items[-1]) or _unlike(items)):
                continue  # A、B和C: whether 和 joins items or words of one item, nobody can tell
            if pattern is _ENDED and ("等" in found.group() or _goes_before(text, found.start())):
                continue
            if said > len(items) and text[found.start("number") - 1] == "等":
                continue  # A、B、C等6个维度: the others need no name
            if said != len(items):
                yield Match(*found.span("number"), ("两三四五六七八九"[len(items) - 2],))


_QUOTED = re.compile("“[^”]*”")


def _goes_before(text: str, start: int) -> bool:
    """Tell whether a list begins earlier, with an item of another end."""
    head = re.search("[^一-鿿]?[一-鿿]*$", text[:start])
    return head is not None and head.group()[:1] in {"、", "和", "”"}


def _number(written: str | None) -> int:
    return 1 if not written else 2 if written == "两" else to_int(written) or int(written)


def spelt(text: str, /) -> Iterator[Match]:
    """Yield numbers before or behind a list of names that has another number of them, and names it has twice."""
    for pattern in (_NAMED, _SPELT, _UNITED):
        for found in pattern.finditer(text) if "、" in text or "+" in text or "＋" in text else ():
            groups = found.groupdict()
            items = re.split(
                "[、+＋]|和(?!谐)|(?<!参)与" if pattern is _UNITED else "、", found["items"] or groups["quoted"]
            )
            said = _number(found["number"])
            if "“" in (found["items"] or "") and "、" in "".join(_QUOTED.findall(found["items"])):
                continue  # 3条意见：…、…、“开头热、结尾凉”: marks inside a quotation part nothing
            if pattern is _UNITED and "、" in re.split("[。；，：]", text[: found.start()])[-1]:
                continue  # 师傅在岗位上教、…、网上题库“五位一体”: the list begins with longer items
            if pattern is _NAMED and _JOINED.search(items[-1][-1]):
                continue  # 供电所、小学和2家企业: those counted are others
            if pattern is _NAMED and _twice(items):
                yield Match(*found.span("items"))
                continue
            if said == len(items) or "等" in found.group() or re.search("以上|多个|其他", found.group()):
                continue
            if pattern is _UNITED and said == len(re.split("[、+＋]", found["items"] or groups["quoted"])):
                continue
            off, joined = abs(said - len(items)), re.search("[^、][和与及][^、]", found["items"] or "")
            if pattern is not _UNITED and (len(items) < 2 or off > 1 or joined):
                continue
            if pattern is _SPELT and len({item[-1] for item in items}) > 1 and len({len(item) for item in items}) > 2:
                continue
            right = str(len(items)) if found["number"].isdigit() else "一两三四五六七八九十"[min(len(items), 10) - 1]
            yield Match(*found.span("number"), (right,))


def told(text: str, /) -> Iterator[Match]:
    """Yield numbers behind names or titles of which there are more or fewer: 《…》《…》三项制度; 张磊、杨波3名党员."""
    for pattern, sign in _TOLD:
        for found in pattern.finditer(text) if sign.search(text) else ():
            said, names = _number(found["number"]), found["items"]
            count = len(re.findall("[》”]", names)) if pattern is _MARKED else names.count("、") + 1
            off = said - count
            if not off or (found.groupdict().get("open") and off > 0) or said > _MOST:
                continue
            if pattern is _GIVEN and text[max(0, found.start() - 1)] == "、":
                continue  # ××、上坪、下坪3个村: what stands first is no word
            vague = pattern is _GIVEN and (_UNTOLD.match(text, found.start("what")) or not _even(names.split("、")))
            if vague or (pattern is _GIVEN and abs(off) > 1):
                continue
            right = "一两三四五六七八九十"[min(count, 10) - 1]
            yield Match(*found.span("number"), (str(count) if found["number"].isdigit() else right,))


def _even(items: list[str]) -> bool:
    """Tell whether items are named so much alike that none of them is two, and the first begins with no verb."""
    sizes = {len(item) for item in items[1:]}
    return max(sizes) - min(sizes) <= 1 and not any(_JOINED.search(item) for item in items)


def _twice(items: list[str]) -> bool:
    return len(set(items)) < len(items) or any(items[0].endswith(item) for item in items[1:])


def _unlike(items: list[str]) -> bool:
    """Tell whether the middle items differ in length, so that the list may be longer or shorter than it looks."""
    return len(items) < 3 or len({len(item) for item in items[1:-1]} | {len(items[-1])}) > 1


_MEMBERS = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>[名人])，其中[^。]{0,40}?[；，](?P<name>[^。；，0-9]{2,12})(?P<part>[0-9]+)(?P=unit)，(?:仅?占)(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)


def parts_over(text: str, /) -> Iterator[Match]:
    """Yield parts told later in a sentence that are more than the whole although their share is below a hundred."""
    for found in _MEMBERS.finditer(text):
        if int(found["part"]) > int(found["whole"]) and float(found["share"]) < 100:
            right = round(int(found["whole"]) * float(found["share"]) / 100)
            yield Match(*found.span("part"), (str(right),))
