"""The look of an official document: faces, sizes and shapes of paragraphs by role.

Values are those of GB/T 9704-2012 with the usual fixed line of 28 pt (domain facts 2.1 and 2.2). Faces are laid on by
the highlighter and never stored; shapes (alignment, indent, line height) have to be block formats.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from assistant.text.characters import TOKEN

FANGSONG = [
    "仿宋_GB2312",
    "FangSong_GB2312",
    "仿宋",
    "FangSong",
    "方正仿宋_GBK",
    "华文仿宋",
    "STFangsong",
    "FandolFang R",
]
KAITI = ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "STKaiti", "AR PL UKai CN"]
HEITI = ["黑体", "SimHei", "方正黑体_GBK", "Source Han Sans SC", "Noto Sans CJK SC"]
TITLE_FACE = ["方正小标宋_GBK", "方正小标宋简体", "华文中宋", "STZhongsong", "Source Han Serif SC Heavy"]
SERIF_FALLBACK = ["Noto Serif CJK SC", "Source Han Serif SC", "宋体", "SimSun", "serif"]

COLUMNS = 28
"""Characters a line (GB/T 9704-2012, 5.2.3)."""
BODY_POINTS = 16.0
TITLE_POINTS = 22.0
CELL_POINTS = 12.0
LINE_POINTS = 28.0
TITLE_LINE_POINTS = 35.0
CELL_LINE_POINTS = 20.0
PHANTOM_LINE_POINTS = 10.0

FLUSH_LEFT = frozenset({"salutation"})
CENTRED = frozenset({"title", "byline"})
RIGHT = frozenset({"signature"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What the shape of a paragraph depends on; `grows` where a line may be taller than the others, for an image."""

    key: str
    leading: str = ""
    grows: bool = False


class PageLook:
    """Faces and shapes in the pixels of one resolution."""

    def __init__(self, dpi: float) -> None:
        """`dpi` is the logical resolution that Qt takes as its default, in dots per inch."""
        self.point = dpi / 72
        self.em = BODY_POINTS * self.point
        self.body_font = QFont()
        self.body_font.setFamilies(FANGSONG + SERIF_FALLBACK)
        self.body_font.setPointSizeF(BODY_POINTS)
        self._metrics = QFontMetricsF(self.body_font)
        self._faces = {
            "title": _face(TITLE_FACE, TITLE_POINTS),
            "byline": _face(KAITI),
            "level1": _face(HEITI),
            "level2": _face(KAITI),
            "cell": _face(FANGSONG, CELL_POINTS),
        }
        if not any(QFontDatabase.hasFamily(family) for family in TITLE_FACE):
            self._faces["title"].setFontWeight(QFont.Weight.Bold)  # 小标宋 is heavier than any song face that stands in
        self._faces["level3"] = _face(FANGSONG)
        self._faces["level3"].setFontWeight(QFont.Weight.Bold)
        self._shapes: dict[tuple[str, str, bool], QTextBlockFormat] = {}

    def face(self, key: str) -> QTextCharFormat | None:
        """Return the face of a kind of text, or None where it is the body's."""
        return self._faces.get(key)

    def column_pixels(self, zoom: float) -> int:
        """Return the width of the text column, with the slack that hinted glyphs need (under one character)."""
        return round(COLUMNS * self.em * zoom + self.em * zoom * 0.35)

    def shape(self, key: str, text: str) -> QTextBlockFormat:
        """Return alignment, indent and line height for a paragraph.

        Leading spaces stand for the two-character indent: they are measured and taken off it.
        """
        leading = text[: len(text) - len(text.lstrip(" \u3000\t\xa0"))]
        wanted = key, leading, TOKEN in text
        known = self._shapes.get(wanted)
        if known is None:
            known = self._shapes[wanted] = self._make(Shape(*wanted))
        return known

    def _make(self, shape: Shape) -> QTextBlockFormat:
        fmt = QTextBlockFormat()
        points = {"title": TITLE_LINE_POINTS, "cell": CELL_LINE_POINTS, "phantom": PHANTOM_LINE_POINTS}
        height = points.get(shape.key, LINE_POINTS) * self.point
        rule = QTextBlockFormat.LineHeightTypes
        fmt.setLineHeight(height, (rule.MinimumHeight if shape.grows else rule.FixedHeight).value)
        fmt.setAlignment(Qt.AlignmentFlag.AlignLeft)
        fmt.setTextIndent(0)
        fmt.setRightMargin(0)
        if shape.key in CENTRED:
            fmt.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif shape.key in RIGHT:
            fmt.setAlignment(Qt.AlignmentFlag.AlignRight)
            fmt.setRightMargin(2 * self.em)
        elif shape.key not in FLUSH_LEFT and shape.key not in ("cell", "phantom", "opaque"):
            spaces = self._metrics.horizontalAdvance(shape.leading)
            fmt.setTextIndent(max(0.0, 2 * self.em - spaces))
        return fmt


def same_shape(a: QTextBlockFormat, b: QTextBlockFormat) -> bool:
    """Tell whether two formats show a paragraph alike."""
    return (
        a.alignment() == b.alignment()
        and a.textIndent() == b.textIndent()
        and a.lineHeight() == b.lineHeight()
        and a.lineHeightType() == b.lineHeightType()
        and a.rightMargin() == b.rightMargin()
    )


def _face(families: list[str], points: float | None = None) -> QTextCharFormat:
    fmt = QTextCharFormat()
    fmt.setFontFamilies(families + SERIF_FALLBACK)
    if points is not None:
        fmt.setFontPointSize(points)
    return fmt
