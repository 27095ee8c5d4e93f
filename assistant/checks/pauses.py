"""Pause marks before a clause: 走访群众36户、群众纷纷点赞 (GB/T 15834-2011, 4.5: a 、 parts what is alike).

What a 、 parts is alike: two things, two deeds. So the two sides are held against each other: where one begins as
only a clause does (把, 切实, 每季度, 群众都), or is counted, or done by somebody else, and the other isn't, it parts
clauses.
"""

import re
from collections.abc import Callable, Iterator

from assistant.checks.clauses import DEEDS, DONE, Gap, gaps
from assistant.checks.rule import Match

_DONE = re.compile(
    f"{DONE}|(?:我|带头|积极|认真|切实|党?支部|党委|党组|全年|先后)*(?:帮助|解决|落实|执行|实施|推动|带动|引导|教育|"
    f"学习|宣讲|争取|深入|走进|赴|学懂)"
)
_TOLD = re.compile(
    "(?P<told>更加|更为|更|越来越|明显|显著|进一步|不断|纷纷|主动|踊跃|自发|积极(?!分子|性)|都|均|全部|普遍|无一|"
    "连续|先后|已|被|得到|受到|成为|"
    "充分|大幅|有了|获得|荣获|连声|持续|稳步|随时|走上|考取|入选|当选|取得|达到|降至|升至|提高到|(?<!水土)保持|"
    "超过|足不出户|就能|送来|送上|点赞|称赞|叫好)"
)
_TOLD_OF = re.compile("[一-鿿0-9]{2,12}?" + _TOLD.pattern + "[^，。；、]+")
_RATED = re.compile("[一-鿿]{2,10}[率度量](?:达|升|降|提|下|上|保|为|超|较|比|由|从)[^，。；、]*[0-9]+[^，。；、]*")
_FIGURE = re.compile("[0-9]")
_ACTED = re.compile("由.*到|越来越|作为|了|[0-9][名人个].*[走获评受]")
_GOVERNS = re.compile(
    "实现|确保|推动|促进|使|让|保持|力争|说明|存在|针对|防止|保证|着|导致|造成|解决|围绕|运用|面对|与|^[在以把将对从与]"
)
_SOMEBODY = re.compile(
    "(?:群众|居民|村民|职工|老人们?|师生|学生|家长|患者|企业|商户|农户|客户|旅客|乘客|党员们?|党员干部|党员群众|"
    "干部群众|大家|他们|她们|"
    "老百姓|双方|[0-9一二两三四五六七八九十]+[名位][^，。；、0-9]{1,6})(?!教育|发展|管理|"
    "队伍)(?:[^，。；、的等0-9与和编责示]{3,}|[^，。；、等0-9与和]+[着了][^，。；、等]{2,})"
    "(?<!制度)(?<!机制)(?<!活动)(?<!模式)(?<!台账)(?<!档案)(?<!工作)"
)
_ONE = re.compile("[一两三几][名位个]")
_COUNTED = re.compile(
    "[0-9][余多万]?(?:人次|场次|家次|件次|批次|万元|亿元|[次个名项件期篇场份条起家处支里册类轮吨亩门部户元人])$"
)
_PREPOSITION = re.compile(
    "(?:(?P<w>[把将让对为与])|(?P<v>使)|(?P<u>用))(?!用|得|命|电|水|药|品|餐|户|地|工|好|上|策|象|口|外|接|于|领|"
    "军)[^，。；、]{5,}"
)
_HOWEVER = re.compile(
    "(?:及时|切实|充分|真正|有效|不断|进一步|始终|主动|坚决|努力|尽力|扎实|认真|全力|着力|集中(?!学习|研|采|培|整|"
    "讲))(?!性|收|率|饱|务)[^，。；、的]{4,}"
)
_ATTITUDE = re.compile("放到|放在|拥护|领悟|认识|理解|以更|以[^，。；]{0,6}的")
_WHEN = re.compile(
    "每[一两二三半]?个?(?:季度|月|周|年|半年|季|天|日|名|人)[^，。；、]{3,}|(?:定期|当场|逐[一项条人]|连续[0-9]|从不|从未|"
    "没有一|有时|无一)"
    "[^，。；、]{3,}"
)
_EACH = re.compile("每|逐|天天|年年|[0-9一二两三]次|定期|有时|会议$|查$|^没有|无一")
_ALWAYS = re.compile(
    "雷打不动|从不间断|风雨无阻|无一例外|成效(?:显著|明显)|效果(?:良好|明显|显著)|反响(?:强烈|热烈|良好)"
)
_PIVOT = re.compile(
    "(?:组织(?![部生力结优体架建学覆]|关系|委员|纪律)|引导|带动(?!力|能)|动员|邀请|安排|要求|号召|发动|鼓励|指导|"
    "督促|教育引导|帮助(?:其|他们|她们|企业|群众|农户|困难|支部|村))[^，。；、的]{5,}"
)
_PIVOTS = re.compile("组织|引导|带动|动员|邀请|安排|要求|号召|发动|鼓励|督促|上$|在争取|思想|[高低多少严松]$")
_FRAME = re.compile(
    "(?:针对|对于|面对|根据|按照|依据|遵照|通过|采取|结合|对照|立足)[^，。；：、“”]{2,18}(?:实际|问题|情况|现象|"
    "特点|形势|要求|安排|部署|意见|"
    "通知|方式|形式|办法|渠道|平台|契机|标准|需求|任务|现状|做法|途径|短板)$|"
    "在[^，。；：、“”]{2,18}(?:[中下时后前]|期间|面前|关头|时刻|基础上|同时|"
    "之际|前提下|时期|阶段)$|为了?(?:进一步|解决|破解|推动|加强|提高|提升|确保|方便)[^，。；：、“”]{3,18}$"
)
_FRAME_ENDS = re.compile(
    "(?:实际|问题|情况|现象|特点|形势|要求|安排|部署|精神|意见|通知|方式|形式|办法|渠道|平台|契机|标准|需求|任务|"
    "的难题|的矛盾|"
    "状况|等[一-鿿]*|载体[一-鿿]*|(?<!在)[中下时后前]|期间|关头)$"
)
_STILL = re.compile(
    "[^，。；、的]{3,}(?:还|仍|尚|也|比较|较为|相对)(?:不|没|未|有|欠|存在|需|[一-鿿]{1,2}$)[^，。；、]*$"
)
_DUTY = re.compile("作出|具有|能力|一致$")
_EFFORT = re.compile("下功夫$|作为|由.*到")
_SO_THAT = re.compile("(?:推动|实现|促进|带动|做到|形成|基本形成|确保|营造)[^，。；、“的]{2,}$")
_THEN = re.compile(
    "(?:逐项|逐条|逐一|做到|形成|营造|确保|切实|有效|努力|全力|进一步|举办|开展|召开|撰写|组织(?!生活|部|"
    "关系))[^，。；、“的]{4,}$"
)
_CONTENT = re.compile(
    "(?:[一-鿿]{4,8}存在|满足于|习惯于|停留[在于]|缺乏|缺少|存在|认为|总?觉得|怕|不愿|不敢|没有|有时|影响|"
    "导致)[^，。；、]{2,}$"
)
_FAULT = re.compile("(?:不够?[一-鿿]{1,2}|[少低弱差]|单一|滞后|薄弱)$")
_SHORT = re.compile("[^，。；、]{6,}(?:不[一-鿿]{1,2}|偏[一-鿿]|薄弱|单一|滞后)$")
_HONOURED = re.compile("[0-9]+[名人][^，。；、]{2,}(?:被|获|成为|担任|取得|参加|考取|入选|走上)[^，。；、]+$")
_LIST_ENDS = re.compile(
    "(?:等[一-鿿]{0,6}|的(?:状况|情况|现象|问题|倾向|能力|思考|意识|认识|优秀)[一-鿿]*|的[一-鿿]{1,4})$|"
    "等(?:活动|方式|形式|问题|[0-9])"
)
_THEREUPON = re.compile("责令|督促|给予|(?:现场|当场)(?![学教会观参推办])|并(?!网)|均|全部")
_SIGNS = re.compile(
    "(?<!人)了(?!解)|着(?!力|眼|重|手)|由(?!于)|(?<!建议)被|把(?!关)|将(?!军|士)|让|即(?!时)|(?<!方)便(?!民|利|捷)|"
    "都(?!市)|也|均|"
    "还(?!款)|就(?!业|医|学|近|诊)|仅|"
    "已|正在|仍|得到|受到|存在|(?<!尚)未(?!成年|来|就业)|主动(?!性)|有力|免费|责令|当[晚天场即]|随即|平均|"
    "全部|(?<!一)并(?!网|购)|来自|成为|"
    "达到|提[高升]了|有所|顺利|如期|圆满|相继|随后|其中|方便了|获评|获得|荣获|走上|不再|不断|持续|明显|显著|进一步|"
    "切实|及时|特别是|尤其|从而|"
    "在[一-鿿]{2,}[中下前后里内]"
)
"""Small words that only a clause has: not the second of two things."""
_THING = re.compile(
    "(?:等[一-鿿0-9]*|的[一-鿿]{1,6}|制度|机制|活动|关系|问题|工作|情况|建设|思路|理念|路子|格局|要求|原则|目标|"
    "服务|程序|标准|办法|经验|成果|"
    "成效|力度|水平|能力|热情|局面|氛围|组|意识|作风|风险|行动|建议|意见|精神|方式|形式|专项整治|倾向|意义)$"
)
_HOLDS = re.compile(
    "实现|确保|推动|促进|使|让|说明|存在|针对|防止|解决|围绕|面对|与|^[在以从]|反映|没有|坚持|力争|感到|做到|注重|"
    "努力|的$|引导|既|不|聘请|"
    "重.*[前中后]|每.*[0-9]元|结合|组织$"
)
"""What a clause has that may go on behind a 、: a frame, or a verb whose objects are clauses."""
_DEED = re.compile(f"(?<!党)(?:{DEEDS})")
_NAMED = re.compile("被(?:评|授|列|推|选|县|市|省|区|中)|获(?:评|得|市|省|县)|荣获")
_LONG = 10
_LEAST = 6
"""Characters of a clause before a 、: shorter ones may be one of two deeds told together."""


def before_clauses(text: str, /) -> Iterator[Match]:
    """Yield the 、 behind which another clause begins."""
    for gap in gaps(text.replace("若干", "12"), "、"):  # a count, however vague
        if "“" not in gap.clause.rpartition("”")[2] and "X" not in gap.clause and _parts(gap):
            yield Match(gap.at, gap.at + 1, ("，",))


def _parts(gap: Gap) -> bool:
    """Tell whether what stands before a 、 and behind it are two clauses."""
    if _COUNTED.search(gap.item) and _uncounted(gap.next_clause):
        return True
    if gap.next_item[:1] != gap.item[:1] and _FRAME.fullmatch(gap.clause.replace("、", "与")):
        return len(gap.next_item) >= _LEAST - 2 and not any(map(_FRAME_ENDS.search, (gap.next_clause, gap.next_item)))
    if gap.before == "、":
        return _closed(gap) or _joined(gap)
    if len(gap.item) < _LEAST or gap.next_item != gap.next_clause:
        return len(gap.item) >= _LEAST and _so_that(gap.item, gap.next_item)
    return any(way(gap.item, gap.next_item) for way in _WAYS)


def _uncounted(rest: str) -> bool:
    """设立示范岗6个、公开承诺、亮明身份: what is counted goes on with something that isn't."""
    if len(rest) < _LEAST - 1 or re.search("各[半一]|[A-Z]", rest) or ("等" in rest and not _DONE.match(rest)):
        return False
    if re.search("[0-9两三几]|[一二四五六七八九十][次场个名项件期]", rest):
        return bool(_HOWEVER.match(rest) or _THEREUPON.match(rest))
    return not re.search("[“”《》]|优先|(?:机制|通道)$", rest) or bool(_DONE.match(rest))


def _closed(gap: Gap) -> bool:
    """坚持问题导向、目标导向、逐项列出整改清单: behind a row of short things comes what is done."""
    if gap.next_item != gap.next_clause or not _THEN.match(gap.next_item) or re.search("[0-9A-Z]", gap.clause):
        return False
    row = gap.clause.split("、")[1:]
    short = all(2 <= len(item) <= _LEAST and item[0] != gap.next_item[0] for item in row)
    return bool(row) and short and not _DONE.match(row[-1])


def _joined(gap: Gap) -> bool:
    """邀请老场长、老劳模讲述建场历史、组织党员开展讨论: the 、 before this one parts words of the first clause."""
    after = gap.next_item
    if after != gap.next_clause:
        return False
    pivot = _PIVOT.fullmatch(after) if len(after) > _LONG and _DONE.match(gap.clause) else None
    return (pivot is not None and after[:2] not in gap.clause) or (len(gap.item) > _LEAST and _wanting(gap.item, after))


def _begun(item: str, after: str) -> bool:
    """修订考核办法、把结果与使用挂钩: the second begins with a word that only clauses begin with."""
    if _ALWAYS.fullmatch(after) or item.endswith("下功夫"):
        return True
    if _WHEN.fullmatch(after):
        return not _EACH.search(item)
    if _LIST_ENDS.search(after):
        return False
    if _PREPOSITION.fullmatch(after):
        return after[0] not in item and "没有" not in item
    if _HOWEVER.fullmatch(after):
        return not _ATTITUDE.search(item)
    return bool(_PIVOT.fullmatch(after)) and not _PIVOTS.search(item)


def _told(item: str, after: str) -> bool:
    """推行网上交纳、党员足不出户就能交纳: behind what was done it is told what became of it."""
    if _LIST_ENDS.search(after):
        return False
    if _HONOURED.fullmatch(after):
        return len(item) > _LEAST and not _COUNTED.search(item)
    told = _TOLD_OF.fullmatch(after)
    if _GOVERNS.search(item) or (told and told["told"] in item):
        return False
    done = _DONE.match(item)
    if told or _RATED.fullmatch(after):
        return bool(done or _ACTED.search(item))
    if not done or _FIGURE.search(item) or (_ONE.search(item) and _ONE.match(after)):
        return False
    return bool(_SOMEBODY.fullmatch(after))


def _wanting(item: str, after: str) -> bool:
    """解决难题的办法不多、学用结合还不紧密: two shortcomings of two subjects, each a clause of its own."""
    if _FAULT.search(item) and _CONTENT.match(after):
        return True
    return bool(_SHORT.fullmatch(item) and _STILL.fullmatch(after))


def _numbered(item: str, after: str) -> bool:
    """组织观看警示教育片、撰写心得46篇: the second deed is counted, the first is not."""
    if not _COUNTED.search(after) or _FIGURE.search(item) or re.search("[等的]|各[0-9]|[代帮]办", after):
        return False
    return bool(_DONE.match(item) and _DONE.match(after))


def _so_that(item: str, after: str) -> bool:
    """接受警示教育、做到以案为鉴: the second tells what the first is for."""
    if len(item) <= _LEAST or item.startswith(("为完成", "为实现", "为推动")):
        return False
    return bool(_SO_THAT.match(after)) and bool(_DEED.search(item) or _EFFORT.search(item)) and not _DUTY.search(after)


def _clausal(item: str, after: str) -> bool:
    """实行“一对一”帮带、由老同志手把手教: a small word says that the second is a clause, and the first tells a deed."""
    if _NAMED.match(after):
        return True
    sign = _SIGNS.search(after)
    if sign is None or sign.group() in item or _THING.search(after) or after[0] == item[0] or after[-1] == item[-1]:
        return False
    both = _FIGURE.match(after) and _FIGURE.search(item)
    return bool(_DEED.search(item)) and not both and not _HOLDS.search(item)


_WAYS: tuple[Callable[[str, str], bool], ...] = (_so_that, _begun, _told, _wanting, _numbered, _clausal)
