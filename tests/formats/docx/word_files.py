"""Build small Word packages in code: one function per part, one paragraph per feature."""

import io
import zipfile

from assistant.formats.docx.names import STRICT, TRANSITIONAL

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="{w}" xmlns:r="{r}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14 w15"'
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, properties: str = "") -> str:
    """One w:r; properties such as `<w:b/>`."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "", identity: str = "") -> str:
    """One w:p; a content without markup becomes a run."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    name = f' w14:paraId="{identity}"' if identity else ""
    if not content and not inside:
        return f"<w:p{name}/>"
    return f"<w:p{name}>{inside}{''.join(c if c.startswith('<') else run(c) for c in content)}</w:p>"


def field(code: str, result: str) -> str:
    """A whole complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(*content: str, properties: str = "") -> str:
    inside = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{inside}{''.join(content)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows) + "</w:tbl>"


def relationships(*items: tuple[str, str]) -> str:
    lines = "".join(f'<Relationship Id="rId{n}" Type="{t}" Target="{x}"/>' for n, (t, x) in enumerate(items, 1))
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def word_file(
    *body: str,
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    section: str = SECTION,
    strict: bool = False,
    content_type: str = WORD + "document.main+xml",
    extra: dict[str, bytes] | None = None,
    before_root: str = "",
) -> bytes:
    """A package whose main part holds the body; parts given as inner XML are added with their relationships."""
    names = NAMESPACES.format(w=STRICT if strict else TRANSITIONAL, r=STRICT_OFFICE if strict else OFFICE)
    office = STRICT_OFFICE if strict else OFFICE
    parts: dict[str, bytes] = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="bin" ContentType="application/octet-stream"/>'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
        ).encode(),
        "_rels/.rels": relationships((f"{office}/officeDocument", "word/document.xml")).encode(),
        "word/document.xml": (
            f"{HEAD}{before_root}<w:document {names}><w:body>{''.join(body)}{section}</w:body></w:document>"
        ).encode(),
        "word/media/picture.bin": bytes(range(256)) * 20,
    }
    links = []
    for name, inner in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if inner:
            parts[f"word/{name}.xml"] = f"{HEAD}<w:{name} {names}>{inner}</w:{name}>".encode()
            links.append((f"{office}/{name}", f"{name}.xml"))
    parts["word/_rels/document.xml.rels"] = relationships(*links).encode()
    return pack({**parts, **(extra or {})})


def pack(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, (2021 + number % 4, 3, 5, 8, 30, 2 * number % 60))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".bin") else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


BOOKMARK_START = '<w:bookmarkStart w:id="7" w:name="跨段"/>'
BOOKMARK_END = '<w:bookmarkEnd w:id="7"/>'
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
COMMENT = (
    f'<w:commentRangeStart w:id="3"/>{run("带批注的话")}<w:commentRangeEnd w:id="3"/>'
    '<w:r><w:commentReference w:id="3"/></w:r>'
)
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    f"{paragraph('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"<w:txbxContent>{paragraph('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
REVISED = (
    f'<w:ins w:id="11" w:author="甲">{run("加上的")}</w:ins>'
    '<w:del w:id="12" w:author="甲"><w:r><w:delText>删去的</w:delText></w:r></w:del>'
)
CONTROL = f'<w:sdt><w:sdtPr><w:id w:val="99"/></w:sdtPr><w:sdtContent>{run("控件里的字")}</w:sdtContent></w:sdt>'
TOC = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    '<w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>一、开头</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2x"><w:name w:val="我的标题"/><w:basedOn w:val="2y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2y"><w:name w:val="标题 2"/><w:basedOn w:val="2x"/></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def level(at: int, format_: str, text: str, extra: str = "") -> str:
    head = f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>'
    return f'{head}{extra}<w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="5">'
    + level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/>')
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
)


def rich(*, strict: bool = False) -> bytes:
    """A file with every feature the engine must carry through."""
    merged = '<w:vMerge w:val="restart"/>'
    return word_file(
        paragraph("述职报告", properties='<w:pStyle w:val="Title"/><w:jc w:val="center"/>', identity="0000AA01"),
        paragraph(run("第一部分", "<w:b/>"), properties='<w:pStyle w:val="1"/>'),
        TOC,
        paragraph(
            run("开头", "<w:b/>"), "的的正文", BREAK, run("和尾巴", '<w:color w:val="FF0000"/>'), identity="0000AA02"
        ),
        BOOKMARK_START,
        paragraph("书签里的一段话", NOTE, "注后的话。", properties="<w:rPr><w:i/></w:rPr>"),
        paragraph("书签到", BOOKMARK_END, "这里为止，", field("PAGE", "12"), "域后的话"),
        paragraph(COMMENT, "批注后。", REVISED, "修订后。"),
        paragraph("链接：", f'<w:hyperlink w:anchor="跨段">{run("看这里")}</w:hyperlink>', CONTROL, "控件后"),
        paragraph("框前", TEXT_BOX, "框后"),
        paragraph(),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件段落一')}{paragraph('控件段落二')}</w:sdtContent></w:sdt>",
        table(
            (cell(paragraph("甲格"), properties=merged), cell(paragraph("乙格一段"), paragraph("乙格二段"))),
            (cell(paragraph(), properties="<w:vMerge/>"), cell(table((cell(paragraph("套中")),)), paragraph("丁格"))),
        ),
        paragraph(
            '<w:r><w:t>分节</w:t><w:tab/><w:noBreakHyphen/><w:t xml:space="preserve"> 的段</w:t>'
            "<w:br/><w:t>落</w:t></w:r>",
            properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>',
        ),
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara></w:p>",
        paragraph("公式", "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>", "之后"),
        paragraph("最后一段，𠮷田同志。"),
        styles=STYLES,
        numbering=NUMBERING,
        strict=strict,
        before_root="<!--开头的注释-->",
    )
