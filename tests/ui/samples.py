"""A small report of our own with its outline, findings and suggestions, as the panels get them."""

from dataclasses import dataclass

from assistant.checks.rule import Finding, Fix, Level
from assistant.document.block import Block, Document, Run, Span
from assistant.document.edit import ReplaceText
from assistant.document.outline import Heading, Report, Section
from assistant.phrases.phrase import Phrase, Suggestion


@dataclass(frozen=True)
class KindSection:
    role: str
    title: str
    name: str
    need: str


@dataclass(frozen=True)
class Kind:
    id: str
    title: str
    sections: tuple[KindSection, ...]


KIND = Kind(
    "party_building",
    "抓基层党建工作述职报告 · 党委书记",
    (
        KindSection("opening", "", "开头", "expected"),
        KindSection("rectification", "上年度述职点评问题整改", "上年度述职点评问题整改", "required"),
        KindSection("main_work", "主要工作及成效", "主要工作及成效", "required"),
        KindSection("problems", "存在的主要问题", "存在的主要问题", "required"),
        KindSection("causes", "原因分析", "原因分析", "required"),
        KindSection("next_steps", "下一步工作打算", "下一步工作打算", "required"),
        KindSection("closing", "", "结尾", "expected"),
        KindSection("signature", "", "落款", "expected"),
    ),
)

TEXTS = (
    "2026年度抓基层党建工作述职报告",
    "一年来，我坚持把抓好党建作为最大政绩，下面报告有关情况。",
    "一、履职尽责主要工作及成效",
    "（一）扛牢第一责任人职责，推动党建工作与中心工作同谋划、同部暑、同落实。全年主持研究党建议题12次。",
    "（二）夯实基层基础。新建党支部3个，换届支部按期完成率达到100%。",
    "（三）建强党员队伍。发展党员26名，举办培训班4期。",
    "二、存在的主要问题",
    "（一）理论学习深度不够。学用结合的办法还不多，，联系实际解决问题不够。",
    "（二）党建品牌特色不鲜明。基层支部创新的主动性有待进一步加强。",
    "三、下一步工作打算",
    "一要抓学习。每季度开展一次专题研讨。二要抓基础。三要抓队伍。",
)
DOCUMENT = Document(tuple(Block(str(i), (Run(text),), i) for i, text in enumerate(TEXTS)))


def _heading(index: int, level: int, number: str, text: str, role: str) -> Heading:
    start = TEXTS[index].index(text)
    return Heading(str(index), index, level, number, text, role, level > 1, start, start + len(text))


def _section(heading: Heading, last: int, *children: Section) -> Section:
    return Section(heading.role, heading, heading.index, last, children)


_TITLE = _heading(0, 0, "", TEXTS[0], "title")
_WORK = _heading(2, 1, "一、", "履职尽责主要工作及成效", "main_work")
_DUTY = _heading(3, 2, "（一）", "扛牢第一责任人职责，推动党建工作与中心工作同谋划、同部暑、同落实", "main_work")
_BASE = _heading(4, 2, "（二）", "夯实基层基础", "main_work")
_TEAM = _heading(5, 2, "（三）", "建强党员队伍", "main_work")
_PROBLEMS = _heading(6, 1, "二、", "存在的主要问题", "problems")
_STUDY = _heading(7, 2, "（一）", "理论学习深度不够", "problems")
_BRAND = _heading(8, 2, "（二）", "党建品牌特色不鲜明", "problems")
_NEXT = _heading(9, 1, "三、", "下一步工作打算", "next_steps")

REPORT = Report(
    "party_building",
    TEXTS[0],
    0,
    len(TEXTS) - 1,
    (_TITLE, _WORK, _DUTY, _BASE, _TEAM, _PROBLEMS, _STUDY, _BRAND, _NEXT),
    (
        _section(_TITLE, 0),
        Section("opening", None, 1, 1),
        _section(_WORK, 5, _section(_DUTY, 3), _section(_BASE, 4), _section(_TEAM, 5)),
        _section(_PROBLEMS, 8, _section(_STUDY, 7), _section(_BRAND, 8)),
        _section(_NEXT, 10),
    ),
    ("rectification", "causes", "closing", "signature"),
)


def finding(
    rule: str,
    category: str,
    level: Level,
    message: str,
    anchor: tuple[int, str],
    *,
    replacement: str | None = None,
    source: str = "",
) -> Finding:
    """A finding on the first place where a block reads `words`."""
    block, words = anchor
    start = TEXTS[block].index(words)
    span = Span(str(block), start, start + len(words))
    fixes = () if replacement is None else (Fix("采纳", replacement, (ReplaceText(span, words, replacement),)),)
    return Finding(rule, category, level, message, source, span, words, fixes=fixes)


FINDINGS = (
    finding(
        "word.bushu",
        "字词",
        Level.ERROR,
        "“部署”误写成“部暑”。",
        (3, "部暑"),
        replacement="部署",
        source="《现代汉语词典》第7版",
    ),
    finding(
        "mark.doubled",
        "标点",
        Level.ERROR,
        "同一个标点连写了两次。",
        (7, "，，"),
        replacement="，",
        source="GB/T 15834—2011《标点符号用法》",
    ),
    finding("order.lonely", "序号", Level.SUSPECT, "（三）后面没有同级内容，请核对是否漏写。", (5, "（三）")),
    finding(
        "word.weak",
        "语法",
        Level.SUSPECT,
        "“有待……加强”搭配啰嗦，可删去“进一步”。",
        (8, "有待进一步加强"),
        replacement="有待加强",
    ),
    *(
        finding("figure.space", "数字", Level.HINT, "数字和单位之间的写法与本单位往年不一致。", (4 + i % 2, words))
        for i, words in enumerate(("3", "26", "100", "4", "00", "6", "3个"))
    ),
    Finding(
        "structure.missing.rectification",
        "结构",
        Level.SUSPECT,
        "没有找到“上年度述职点评问题整改”这一部分，通知一般要求写明。",
        "《党委（党组）书记抓基层党建工作述职评议考核办法》",
        role="rectification",
    ),
)


def suggestion(number: int, text: str, reason: str) -> Suggestion:
    return Suggestion(Phrase(f"p{number}", text, "problems"), 1 - number / 10, reason)


SUGGESTIONS = (
    suggestion(1, "抓党建的办法还不够多，全年到联系点解决实际困难仅【次数】次。", "与本节主题“抓党建”相近"),
    suggestion(
        2,
        "理论学习与业务工作结合不够紧，集中学习后形成转化措施的只有【数量】项，"
        "对基层反映强烈的【问题】还没有拿出管用的办法，党员干部学用脱节的情况仍然存在。",
        "本节常用 · 还没写到",
    ),
    suggestion(3, "党务干部配备偏弱，【数量】个支部书记任职不满一年。", "与正在写的“支部”相近"),
    suggestion(4, "对【领域】党建工作研究不深，指导不够具体。", "本节常用"),
    suggestion(5, "品牌创建停留在【环节】，可复制的做法不多。", "本节常用"),
)
