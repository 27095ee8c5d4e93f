"""Read an old Word file (.doc, .dot, the .wps of WPS): its main text, made into a .docx that is opened in its place.

Nothing of the old file is ever written. Its text, headings, tables, automatic numbers and plain formats become a new
.docx in memory; that is the base of the draft, so that editing and saving go the one way they go for every .docx.
"""

import struct
from collections import Counter
from dataclasses import replace

from assistant.formats.doc.body import COMMENT, DELETION, NOTE, PICTURE, Body
from assistant.formats.doc.container import open_container
from assistant.formats.doc.fib import Header, Place, read_header
from assistant.formats.doc.fields import without_codes
from assistant.formats.doc.fonts import read_fonts
from assistant.formats.doc.lists import numbering_xml, read_lists
from assistant.formats.doc.markup import element
from assistant.formats.doc.package import packed
from assistant.formats.doc.pages import character_stretches, paragraph_stretches
from assistant.formats.doc.paragraphs import paragraphs
from assistant.formats.doc.pieces import read_pieces, text_of
from assistant.formats.doc.refusal import damaged
from assistant.formats.doc.sections import read_sections, section_content
from assistant.formats.doc.styles import read_styles, styles_xml
from assistant.formats.doc.tables import gathered
from assistant.formats.opened import Opened


def read(data: bytes) -> Opened:
    """Return the text of an old Word file as a draft whose base is a .docx made of it.

    Raises CannotOpen with one plain Chinese sentence for OLE files that aren't Word's, are encrypted, older than Word
    97 or damaged.
    """
    from assistant.formats.docx import reader

    converted, note = converted_to_docx(data)
    opened = reader.read(converted)
    return replace(opened, notes=(note, *opened.notes), converted=True)


def converted_to_docx(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of a .docx with the file's main text, and one sentence about what it lacks."""
    header = read_header(open_container(data))
    try:
        return _converted(header)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise damaged(f"{type(error).__name__}: {error}") from error


def _converted(header: Header) -> tuple[bytes, str]:
    pieces = read_pieces(header)
    text = without_codes(text_of(pieces, header.main))
    fonts = read_fonts(header.stretch(Place.FONTS))
    sheet = read_styles(header.stretch(Place.STYLES))
    lists = read_lists(header)
    sections = read_sections(header.stretch(Place.SECTIONS), header.main)
    characters = character_stretches(header.stretch(Place.CHARACTER_PAGES), header.main)
    formats = paragraph_stretches(header.stretch(Place.PARAGRAPH_PAGES), header.main)
    earlier = {end: content for end, content in sections if end < len(text)}
    body = Body(sheet, fonts, len(lists.overrides), earlier)
    content = body.write(
        gathered(paragraphs(text, pieces, characters, formats, data=header.data, section_ends=earlier))
    )
    last = next((content for end, content in sections if end >= len(text)), None) or section_content({})
    styles = styles_xml(sheet, fonts, len(lists.overrides))
    return packed(content + element("sectPr", last), styles, numbering_xml(lists)), _note(header, body.lost)


def _note(header: Header, lost: Counter[str]) -> str:
    """Say what was not taken along: what this file has, and what no file keeps."""
    missing = []
    if lost[PICTURE]:
        missing.append(f"{lost[PICTURE]} 处图片或图形")
    if header.counts.text_boxes > 0:
        missing.append("文本框里的文字")
    if lost[NOTE] or header.counts.footnotes > 0 or header.counts.endnotes > 0:
        missing.append("脚注和尾注")
    if lost[COMMENT] or header.counts.comments > 0:
        missing.append("批注")
    if header.counts.headers > 0:
        missing.append("页眉页脚")
    if lost[DELETION]:
        missing.append("修订痕迹（显示的是修订后的文字）")
    kept = "文字、标题、表格和基本格式已读进一份新稿"
    also = "、".join([*missing, "细微的排版"])
    return f"这是旧版 Word 文件，{kept}，{also}没有带过来，原文件不会改动，保存时会另存为 .docx。"
