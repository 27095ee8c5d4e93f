"""Build nasty variants of .docx files, edit them in every way, and judge each save as fidelity.py does.

    python tests/bench/nasty.py FILE_OR_FOLDER... [--seed N] [--rounds N] [--script docx_fidelity.py] [--keep FOLDER]

Each round of a file gets a few constructs of WordprocessingML around, inside and between its runs and paragraphs, an
odd way of writing its XML, and an odd zip. Edits go first for the paragraphs made nasty. Changes are written as
revisions too: accepted they must give the text written, rejected the old one.
"""

import argparse
import importlib.util
import io
import random
import sys
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lxml import etree

from assistant.document.block import Block
from assistant.errors import AssistantError, CannotOpen, EditRefused
from assistant.formats.docx.names import COMPATIBILITY, MATH, STRICT, TRANSITIONAL, both, kind
from assistant.formats.docx.package import read_package
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from assistant.formats.docx.xml import parse

BY = 'w:id="90{}" w:author="别人" w:date="2024-01-01T00:00:00Z"'
SPACES = (
    f'xmlns:w="{TRANSITIONAL}" xmlns:m="{MATH}" xmlns:mc="{COMPATIBILITY}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
WHOLE = FIELD.format("begin") + CODE + FIELD.format("separate") + "{}" + FIELD.format("end")
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict/>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
CELL = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>{}</w:tcPr>{}</w:tc>"
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
INLINE = {  # around a run, which stands for {}
    "hyperlink": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "link with field": '<w:hyperlink w:anchor="a">' + WHOLE.format("<w:r><w:t>3</w:t></w:r>") + "{}</w:hyperlink>",
    "smartTag": '<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>{}</w:smartTag>',
    "customXml": '<w:customXml w:uri="u" w:element="e"><w:customXmlPr/>{}</w:customXml>',
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "nested sdt": "<w:sdt><w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
    "ins": f"<w:ins {BY.format(1)}>{{}}</w:ins>",
    "del beside": f"{{}}<w:del {BY.format(2)}><w:r><w:delText>删</w:delText></w:r></w:del>",
    "del in ins": f"<w:ins {BY.format(3)}>{{}}<w:del {BY.format(4)}><w:r><w:delText>删</w:delText></w:r></w:del></w:ins>",
    "moveTo": f"<w:moveToRangeStart {BY.format(5)} w:name='m'/><w:moveTo {BY.format(6)}>{{}}</w:moveTo>"
    '<w:moveToRangeEnd w:id="905"/>',
    "moveFrom": f"{{}}<w:moveFrom {BY.format(7)}><w:r><w:t>移走</w:t></w:r></w:moveFrom>",
    "bdo": '<w:bdo w:val="rtl">{}</w:bdo>',
    "dir": '<w:dir w:val="rtl">{}</w:dir>',
    "fldSimple": '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
    "field": WHOLE,
    "nested field": FIELD.format("begin")
    + WHOLE.format("")
    + CODE
    + FIELD.format("separate")
    + "{}"
    + FIELD.format("end"),
    "ruby": "{}<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>",
    "AlternateContent": "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    "text box": "{}" + BOX,
    "math": "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{}<m:oMathPara><m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></m:oMathPara>",
    "marks": "<w:proofErr w:type='spellStart'/><w:permStart w:id='911' w:edGrp='everyone'/><w:bookmarkStart w:id='912' "
    "w:name='书签'/>{}<w:bookmarkEnd w:id='912'/><w:permEnd w:id='911'/><w:proofErr w:type='spellEnd'/>",
    "sym": "{}<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r><w:r><w:ptab/><w:pgNum/><w:cr/></w:r>",
    "note": "{}<w:r><w:footnoteReference w:id='2'/></w:r>",
    "subDoc": "<w:subDoc r:id='rIdX'/>{}",
    "many leaves": "{}<w:r><w:t/><w:tab/><w:t xml:space='preserve'> 甲 </w:t><w:br/><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/>"
    "<w:lastRenderedPageBreak/><w:br w:type='page'/><w:t>丙 </w:t></w:r><w:r/>",
    "cdata": "{}<w:r><w:t><![CDATA[甲&乙]]></w:t></w:r>",
    "comment": "<!-- a --><?pi x?>{}<w:r><!-- b --><w:t>前<!-- c -->后<?pi y?>尾</w:t><?pi z?></w:r>",
    "spaces": "{}\n  <w:r>\n <w:t xml:space='default'> 空 </w:t>\n</w:r>\n",
    "foreign": "{}<x:thing xmlns:x='urn:x' x:a='1'><w:r><w:t>外</w:t></w:r></x:thing>",
    "comment range": f"<w:commentRangeStart w:id='920'/>{{}}<w:del {BY.format(8)}><w:r><w:delText>批</w:delText></w:r></w:del>"
    "<w:commentRangeEnd w:id='920'/><w:r><w:commentReference w:id='920'/></w:r>",
}
AROUND = {  # around a paragraph, which stands for {}
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "sdt two": "<w:sdt><w:sdtPr/><w:sdtContent>{}" + PLAIN.format("同在") + "</w:sdtContent></w:sdt>",
    "nested sdt": "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
    "bound sdt": "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a' w:storeItemID='{{0}}'/></w:sdtPr><w:sdtContent>{}"
    "</w:sdtContent></w:sdt>",
    "docPart": "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Cover Pages'/></w:docPartObj></w:sdtPr><w:sdtContent>{}"
    "</w:sdtContent></w:sdt>",
    "customXml": "<w:customXml w:uri='u' w:element='e'>{}</w:customXml>",
    "AlternateContent": "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback><w:p/></mc:Fallback>"
    "</mc:AlternateContent>",
    "table": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
    + CELL.format("", "{}")
    + CELL.format("", "<w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "merged": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
    + CELL.format("<w:vMerge w:val='restart'/>", "{}")
    + CELL.format("", PLAIN.format("右"))
    + "</w:tr><w:tr>"
    + CELL.format("<w:vMerge/>", "<w:p/>")
    + CELL.format("", "<w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "nested table": "<w:tbl><w:tr>"
    + CELL.format("", "<w:tbl><w:tr>" + CELL.format("", "{}") + "</w:tr></w:tbl><w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "row in sdt": "<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
    + CELL.format("", "{}")
    + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl><w:p/>",
    "bookmark over cells": "<w:tbl><w:tr>"
    + CELL.format("", "<w:bookmarkStart w:id='930' w:name='格'/>{}")
    + CELL.format("", "<w:p/><w:bookmarkEnd w:id='930'/>")
    + "</w:tr></w:tbl><w:p/>",
    "row in ins": f"<w:tbl><w:tr><w:trPr><w:ins {BY.format(9)}/></w:trPr>"
    + CELL.format("", "{}")
    + "</w:tr></w:tbl><w:p/>",
    "sdt in cell": "<w:tbl><w:tr>"
    + CELL.format("", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
    + "</w:tr></w:tbl><w:p/>",
    "field over": "<w:p>"
    + FIELD.format("begin")
    + CODE
    + FIELD.format("separate")
    + "</w:p>{}<w:p>"
    + FIELD.format("end")
    + "</w:p>",
    "altChunk": "{}<w:altChunk r:id='rIdX'/>",
    "marks between": "<w:bookmarkStart w:id='931' w:name='间'/><w:commentRangeStart w:id='932'/>{}<w:bookmarkEnd w:id='931'/>"
    "<w:commentRangeEnd w:id='932'/><!-- between --><?pi z?>",
    "move": f"<w:moveFromRangeStart {BY.format(10)} w:name='n'/>{{}}<w:moveFromRangeEnd w:id='9010'/>",
    "runs beside": f"<w:ins {BY.format(11)}><w:r><w:t>游离</w:t></w:r></w:ins>{{}}",
    "math beside": "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara>{}",
    "section": "{}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
}
ENDS = ("ins", "del")


def fragment(text: str, strict: bool) -> list[etree._Element]:
    text = f"<root {SPACES}>{text}</root>"
    if strict:
        text = text.replace(TRANSITIONAL, STRICT).replace(MATH, "http://purl.oclc.org/ooxml/officeDocument/math")
    root = etree.fromstring(text, etree.XMLParser(strip_cdata=False))
    return list(root)


def wrap(element: etree._Element, text: str) -> None:
    """Put the fragment in the place of an element, which goes where its {} is."""
    strict = STRICT in element.tag
    parts = fragment(text.replace("{}", "<here/>").replace("{{", "{").replace("}}", "}"), strict)
    tail, element.tail = element.tail, None
    for part in parts:
        element.addprevious(part)
    here = next(e for p in parts for e in (p.iter("here")))
    here.getparent().replace(here, element)
    del tail


def nasty_tree(root: etree._Element, rng: random.Random) -> tuple[set[int], list[str]]:
    """Put constructs into a main part; return the numbers of the paragraphs touched, and what was done."""
    touched: list[etree._Element] = []
    done: list[str] = []
    spots = [p for p in root.iter(*both("p")) if kind(p.getparent()) in ("body", "tc", "sdtContent")]
    for paragraph in rng.sample(spots, min(len(spots), 4)):
        runs = [r for r in paragraph if kind(r) == "r"]
        for run in rng.sample(runs, min(len(runs), rng.randint(0, 3))):
            name = rng.choice(list(INLINE))
            wrap(run, INLINE[name])
            done.append(name)
        if rng.random() < 0.3:
            name = rng.choice(list(AROUND))
            if kind(paragraph.getparent()) == "body" or "tbl" not in AROUND[name]:
                wrap(paragraph, AROUND[name])
                done.append("around: " + name)
        if rng.random() < 0.15 and (properties := paragraph.find(paragraph.tag + "Pr")) is not None:
            properties.extend(
                fragment(f"<w:rPr><w:{rng.choice(ENDS)} {BY.format(12)}/></w:rPr>", STRICT in paragraph.tag)
            )
            done.append("end")
        touched.append(paragraph)
    numbers = {p: n for n, p in enumerate(root.iter(*both("p")))}
    return {numbers[p] for p in touched}, done


def written(root: etree._Element, rng: random.Random) -> tuple[bytes, str]:
    """Serialise a main part in one of many ways."""
    how = rng.choice(["plain", "plain", "utf-16", "bom", "bare", "prefix", "around", "crlf", "quotes"])
    text = etree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    if how == "utf-16":
        return (head.replace("UTF-8", "UTF-16") + text).encode("utf-16"), how
    if how == "bom":
        return (head + text).encode("utf-8-sig"), how
    if how == "bare":
        return text.encode(), how
    if how == "prefix":
        text = (
            text.replace("<w:", "<ns0:")
            .replace("</w:", "</ns0:")
            .replace(" w:", " ns0:")
            .replace("xmlns:w=", "xmlns:ns0=")
        )
        return (head + text).encode(), how if "Ignorable" not in text or " w " not in text else "prefix"
    if how == "around":
        return (
            head.replace(' standalone="yes"', ' standalone="no"') + "<!-- a --><?b c?>" + text + "<!-- d -->\n"
        ).encode(), how
    if how == "crlf":
        return (head.replace("\n", "\r\n") + text.replace("><w:p>", ">\r\n<w:p>")).encode(), how
    return (head.replace('"', "'") + text).encode(), how


class _Pipe(io.RawIOBase):
    """A stream that can't be sought, so that zipfile writes data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def packed(parts: dict[str, bytes], main: str, rng: random.Random) -> tuple[bytes, str]:
    """Zip the parts in one of many ways."""
    how = rng.choice(
        ["plain", "stored", "descriptors", "zip64", "folders", "names", "backslash", "absolute", "moved", "reversed"]
    )
    items = list(parts.items())
    if how == "reversed":
        items.reverse()
    if how == "folders":
        items = [("word/", b""), ("空 文件夹/", b""), *items]
    if how == "names":
        items += [("customXml/数据 1.xml", b"<a/>"), ("[trash]/0000.dat", b"x" * 99)]
    if how == "backslash":
        items = [(n.replace("/", "\\") if n.startswith("word") and n != main else n, d) for n, d in items]
    if how == "absolute":
        items = [(n, d.replace(b'Target="word/', b'Target="/word/') if n == "_rels/.rels" else d) for n, d in items]
    if (
        how == "moved"
        and main == "word/document.xml"
        and not any(n.startswith("word/_rels/document") for n, _ in items[:0])
    ):
        items = [(n.replace("word/document.xml", "word/正文 a.xml"), d) for n, d in items]
        items = [
            (
                n,
                d.replace(b"word/document.xml", "word/正文 a.xml".encode())
                if n in ("_rels/.rels", "[Content_Types].xml")
                else d,
            )
            for n, d in items
        ]
    stream: io.BytesIO | _Pipe = _Pipe() if how == "descriptors" else io.BytesIO()
    method = zipfile.ZIP_STORED if how == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", method) as archive:  # type: ignore[arg-type]
        archive.comment = "注释".encode() if rng.random() < 0.3 else b""
        for name, data in items:
            info = zipfile.ZipInfo(
                name.replace("word/_rels/document.xml.rels", "word/_rels/正文 a.xml.rels") if how == "moved" else name
            )
            info.compress_type = method
            if how == "backslash":
                info.filename = name
            with archive.open(info, "w", force_zip64=how == "zip64") as out:
                out.write(data)
    return bytes(stream.data) if isinstance(stream, _Pipe) else stream.getvalue(), how


def variant(data: bytes, rng: random.Random) -> tuple[bytes, set[int], list[str]]:
    """Return a nasty variant of a file, its touched paragraphs and what was done."""
    package = read_package(data)
    root = parse(package.document, package.main)
    touched, done = nasty_tree(root, rng)
    document, how = written(root, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}
    parts[package.main] = document
    result, zipped = packed(parts, package.main, rng)
    return result, touched, [*done, how, zipped]


def first_touched(touched: set[int]) -> Callable[[list[Block]], Iterator[Block]]:
    """Return an order of blocks: the touched ones, then those with most tokens."""
    return lambda blocks: iter(
        sorted(blocks, key=lambda b: (b.origin not in touched, -sum(r.token is not None for r in b.runs)))
    )


def revised(opened, case, me: str = "述") -> str:  # noqa: ANN001
    """Write a case as revisions and tell what is wrong with that."""
    try:
        result = tracked(opened.base, case.document, {}, author=me, date="2025-01-10T09:30:00Z")
    except EditRefused as error:
        return "refused: " + error.detail
    ours = frozenset(r.number for r in revisions(result) if r.author == me)
    shown = [b.text for b in read(resolve(result, ours, accept=True)).document.blocks if b.text]
    if shown != [b.text for b in case.document.blocks if b.text]:
        plain = write(opened.base, case.document, {})  # what others had struck out already is struck out once
        both_ways = [[b.text for b in read(resolve(d, None, accept=True)).document.blocks] for d in (result, plain)]
        if both_ways[0] != both_ways[1]:
            return "accepted differs"
    back = [b.text for b in read(resolve(result, ours, accept=False)).document.blocks]
    return "ok" if back == [b.text for b in opened.document.blocks] else "rejected differs"


def main() -> int:
    """Print what went wrong, and the counts by operation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--script", type=Path)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    spec = importlib.util.spec_from_file_location("fidelity", Path(__file__).with_name("fidelity.py"))
    assert spec is not None
    assert spec.loader is not None
    fidelity = sys.modules["fidelity"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fidelity)
    script = fidelity.load(arguments.script)
    totals: Counter[str] = Counter()
    for file in fidelity.files(arguments.paths):
        for seed in range(arguments.seed, arguments.seed + arguments.rounds):
            rng = random.Random(f"{file.name} {seed}")
            try:
                data, touched, done = variant(file.read_bytes(), rng)
            except CannotOpen:
                continue
            outcomes = judge(fidelity, data, touched, script)
            for name, verdict in outcomes.items():
                short = (
                    "ok" if verdict == "ok" else "impossible" if verdict.startswith(("refused", "no text")) else "WRONG"
                )
                totals[f"{name}: {short}"] += 1
                if short == "WRONG":
                    print(f"{file.name[:20]} seed {seed} {done}\n    {name}: {verdict[:600]}", flush=True)
                    if arguments.keep:
                        (arguments.keep / f"{file.stem[:12]}-{seed}.docx").write_bytes(data)
    print(", ".join(f"{k} {v}" for k, v in sorted(totals.items())))
    return int(any("WRONG" in k for k in totals))


def judge(fidelity, data: bytes, touched: set[int], script) -> dict[str, str]:  # noqa: ANN001
    """Open, save and edit one variant."""
    try:
        opened = read(data)
    except AssistantError as error:
        return {"open": f"{error.message} {error.detail}"}
    except Exception:
        return {"open": traceback.format_exc()[-500:]}
    outcomes = {"open": "ok", "unedited": "ok" if write(data, opened.document, {}) is data else "not the same bytes"}
    fidelity.richest = first_touched(touched)
    for name in fidelity.EDITS:
        try:
            outcomes[name], _ = fidelity.attempt(opened, name, script)
            case = next(fidelity.EDITS[name](opened), None)
            if case is not None:
                outcomes["tracked " + name] = revised(opened, case)
        except AssistantError as error:
            outcomes[name] = f"{error.message} {error.detail}"
        except Exception:
            outcomes[name] = traceback.format_exc()[-700:]
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
