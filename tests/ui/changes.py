"""A page of our own with the corrections of two people in it, as the view of changes and its panel get it."""

from assistant.formats.revision import Comment, MarkedParagraph, MarkedPiece, Revision

_LONG = "坚持问题导向，对照清单逐项销号，" * 18

REVISIONS = (
    Revision(1, "delete", "王建国", "2026-11-18T15:20:00Z", "大力", 2, "删除"),
    Revision(2, "insert", "王建国", "2026-11-18T15:20:00Z", "全年研究党建议题12次，到联系点讲党课4次。", 2, "插入"),
    Revision(3, "move_from", "王建国", "2026-11-18T15:24:00Z", "办实事31件。", 3, "移走"),
    Revision(4, "format", "组织办", "2026-11-19T09:05:00Z", "走访群众", 3, "字体格式"),
    Revision(5, "insert", "组织办", "2026-11-19T09:06:00Z", _LONG, 4, "插入"),
    Revision(6, "move_to", "王建国", "2026-11-18T15:24:00Z", "办实事31件。", 4, "移来"),
    Revision(7, "paragraph", "", "", "", 5, "段落格式"),
)
COMMENTS = (
    Comment(1, "王建国", "王", "2026-11-18T15:30:00Z", "这里写清楚走访了多少户。", 3, "走访群众", None, False),
    Comment(2, "组织办", "组", "2026-11-19T09:10:00Z", "已核对台账，共216户。", 3, "走访群众", 1, False),
    Comment(3, "王建国", "王", "2026-11-18T15:32:00Z", "与前面重复。\n可以并成一句。", 5, "补齐短板", None, True),
    Comment(4, "组织办", "组", "2025-12-03", "全文再压到三千字以内。", -1, "", None, False),
)
PARAGRAPHS = (
    MarkedParagraph(0, (MarkedPiece("2026年度抓基层党建工作述职报告", "plain", None),)),
    MarkedParagraph(1, (MarkedPiece("一、主要工作", "plain", None),)),
    MarkedParagraph(
        2,
        (
            MarkedPiece("（一）扛牢责任。", "plain", None),
            MarkedPiece("大力", "delete", 1),
            MarkedPiece("推动党建与业务同部署、同落实。", "plain", None),
            MarkedPiece("全年研究党建议题12次，到联系点讲党课4次。", "insert", 2),
        ),
    ),
    MarkedParagraph(
        3,
        (
            MarkedPiece("（二）联系群众。", "plain", None),
            MarkedPiece("走访群众", "plain", 4, (1, 2)),
            MarkedPiece("，", "plain", None),
            MarkedPiece("办实事31件。", "delete", 3),
        ),
    ),
    MarkedParagraph(4, (MarkedPiece("办实事31件。", "insert", 6), MarkedPiece(_LONG, "insert", 5))),
    MarkedParagraph(5, (MarkedPiece("下一步，", "plain", None), MarkedPiece("补齐短板", "plain", None, (3,)))),
    MarkedParagraph(6, (MarkedPiece("没有改动的一段，页边没有竖线。", "plain", None),)),
)
LOOKS = {0: "title"}
