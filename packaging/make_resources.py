"""Build the Word files that travel with the program.

    python packaging/make_resources.py

Every file is made by one function below and written to resources/. Running it again gives the same bytes: dates in the
files are fixed. To add a file, write a function that returns its bytes and enter it in FILES.
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the checkout, for it need not be installed

from assistant.analysis import heading_levels
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.formats.docx.writer import write
from assistant.formats.layout import load_layout
from assistant.template.report import load_templates
from assistant.template.structure import recognise

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
SAMPLE = HERE / "sample_report.txt"
BODY_FONT, LATIN_FONT = "仿宋_GB2312", "Times New Roman"
SIZE, LINE, INDENT = 16, 28, 2
"""Points, points, characters: GB/T 9704-2012, 5.2.2 (third size) and the usual 28-point lines."""
MARGINS = {"top": 3.7, "bottom": 3.5, "left": 2.8, "right": 2.6}
"""Centimetres: GB/T 9704-2012, 5.2.1."""
SUBSTITUTES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "宋体",
    "黑体": "SimHei",
    "Times New Roman": "",
}
"""Fonts of an official document and the name Word takes where one isn't installed, without asking."""
MOMENT = datetime(2024, 1, 1, 8, 0, 0)
_THEME_NAMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def blank() -> bytes:
    """Return an empty official document: page, default font, line height and indent, one empty paragraph."""
    document = docx.Document()
    set_page(document)
    set_defaults(document)
    drop_theme_fonts(document)
    drop_unused(document)
    set_properties(document)
    document.add_paragraph()
    return packed(document)


def set_page(document: WordDocument) -> None:
    """Set A4, the margins and a grid of lines.

    No character grid: where characters are wider than its cells, as 16-point ones are in 15.6 cm, LibreOffice gives
    each of them two cells and tears the text apart.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(MARGINS["top"]), Cm(MARGINS["bottom"])
    section.left_margin, section.right_margin = Cm(MARGINS["left"]), Cm(MARGINS["right"])
    properties = section._sectPr  # noqa: SLF001 (python-docx has no grid)
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    grid: Any = parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="579"/>')
    properties.append(grid)


def set_defaults(document: WordDocument) -> None:
    """Let the default paragraph style be body text: font, size, exact line height, two characters of indent."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = LATIN_FONT, Pt(SIZE)
    form = style.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LINE)
    form.space_before = form.space_after = Pt(0)
    form.first_line_indent = Pt(SIZE * INDENT)
    indent = style.element.pPr.find(qn("w:ind"))
    indent.set(qn("w:firstLineChars"), str(INDENT * 100))
    fonts = style.element.rPr.rFonts
    for name, font in (("eastAsia", BODY_FONT), ("cs", LATIN_FONT)):
        fonts.set(qn(f"w:{name}"), font)


def drop_theme_fonts(document: WordDocument) -> None:
    """Name real fonts only: theme fonts of the template point to fonts that a Chinese office hasn't installed."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in _THEME_NAMES:
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name, font in (("ascii", LATIN_FONT), ("hAnsi", LATIN_FONT), ("eastAsia", BODY_FONT), ("cs", LATIN_FONT)):
            fonts.set(qn(f"w:{name}"), font)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def drop_unused(document: WordDocument) -> None:
    """Leave out the template's table styles, thumbnail and old copies of the styles: nine tenths of its size."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in ("Normal Table", "Table Grid"):
            styles.remove(style)
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in ("stylesWithEffects", "thumbnail", "customXml"):
                del relations[key]


def set_properties(document: WordDocument) -> None:
    """Clear what the template says about its author, and ask for the layout of current Word versions."""
    core = document.core_properties
    core.author = core.title = core.comments = core.keywords = core.subject = core.last_modified_by = ""
    core.created = core.modified = MOMENT
    core.revision = 1
    settings = document.settings.element
    for language in settings.findall(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for old in settings.findall(qn("w:compat")):
        old.getparent().replace(
            old,
            parse_xml(
                f'<w:compat {nsdecls("w")}><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
                'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            ),
        )


def packed(document: WordDocument) -> bytes:
    """Return the package with font table and theme rewritten and all dates fixed."""
    draft = io.BytesIO()
    document.save(draft)
    out = io.BytesIO()
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/fontTable.xml":
                content = font_table()
            elif name.startswith("word/theme/"):
                content = plain_theme(content)
            new.writestr(zipfile.ZipInfo(name, MOMENT.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def font_table() -> bytes:
    """Return a font table that names a substitute for every font."""
    fonts = "".join(
        f'<w:font w:name="{name}">' + (f'<w:altName w:val="{other}"/>' if other else "") + "</w:font>"
        for name, other in SUBSTITUTES.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()
    )


def plain_theme(content: bytes) -> bytes:
    """Return a theme whose fonts are those of the document, without the lists for other scripts."""
    text = content.decode("utf-8")
    text = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", text)
    text = re.sub(r'(<a:latin typeface=")[^"]*(")', rf"\g<1>{LATIN_FONT}\g<2>", text)
    return re.sub(r'(<a:ea typeface=")[^"]*(")', rf"\g<1>{BODY_FONT}\g<2>", text).encode()


def sample() -> bytes:
    """Return the sample report, laid out as an official document by the program's own writer."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    document = Document(tuple(Block(f"new.{i + 1}", (Run(line),) if line else ()) for i, line in enumerate(lines)))
    reports = recognise(document, load_templates(RESOURCES / "templates"), Context())
    layout = load_layout(RESOURCES / "layouts" / "gongwen.toml")
    return write(blank(), document, heading_levels(document, reports), layout)


FILES: dict[str, Callable[[], bytes]] = {"blank.docx": blank, "sample.docx": sample}


def main() -> int:
    """Write every file whose bytes differ; return 0."""
    for name, make in FILES.items():
        target, content = RESOURCES / name, make()
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
            print(f"wrote {target.relative_to(RESOURCES.parent)}, {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
