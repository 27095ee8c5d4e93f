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
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lxml import etree

from assistant.document.block import Block
from assistant.errors import AssistantError, CannotOpen, EditRefused
from assistant.formats.docx.names import MATH, STRICT, TRANSITIONAL, both, kind
from assistant.formats.docx.package import read_package
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from assistant.formats.docx.xml import parse
from tests.bench.constructs import AROUND, BY, INLINE, SPACES

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
    element.tail = None
    for part in parts:
        element.addprevious(part)
    here = next(e for p in parts for e in (p.iter("here")))
    here.getparent().replace(here, element)


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
    how = rng.choice(["plain", "utf-16", "bom", "bare", "prefix", "around", "crlf", "quotes"])
    text = etree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    if how == "prefix" and "Ignorable" not in text:
        for old, new in (("<w:", "<ns0:"), ("</w:", "</ns0:"), (" w:", " ns0:"), ("xmlns:w=", "xmlns:ns0=")):
            text = text.replace(old, new)
    elif how == "around":
        head, text = head.replace("yes", "no") + "<!-- a --><?b c?>", text + "<!-- d -->\n"
    elif how == "crlf":
        head, text = head.replace("\n", "\r\n"), text.replace("><w:p>", ">\r\n<w:p>")
    elif how == "quotes":
        head = head.replace('"', "'")
    elif how == "utf-16":
        head = head.replace("UTF-8", "UTF-16")
    elif how == "bare":
        head = ""
    return (head + text).encode({"utf-16": "utf-16", "bom": "utf-8-sig"}.get(how, "utf-8")), how


class _Pipe(io.RawIOBase):
    """A stream that can't be sought, so that zipfile writes data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)
        return len(bytes(data))


_ODD_PACKING = [
    "plain",
    "stored",
    "descriptors",
    "zip64",
    "folders",
    "names",
    "backslash",
    "absolute",
    "moved",
    "reversed",
]


def packed(parts: dict[str, bytes], rng: random.Random) -> tuple[bytes, str]:
    """Zip the parts in one of many ways."""
    how = rng.choice(_ODD_PACKING)
    items = list(parts.items())
    if how == "reversed":
        items.reverse()
    elif how == "folders":
        items = [("word/", b""), ("空 文件夹/", b""), *items]
    elif how == "names":
        items += [("customXml/数据 1.xml", b"<a/>"), ("[trash]/0000.dat", b"x" * 99)]
    elif how == "backslash":
        items = [(n.replace("/", "\\") if n.startswith("word") else n, d) for n, d in items]
    elif how == "absolute":
        items = [(n, d.replace(b'Target="word/', b'Target="/word/') if n == "_rels/.rels" else d) for n, d in items]
    elif how == "moved":
        old, new, where = b"word/document.xml", "word/正文 a.xml".encode(), ("_rels/.rels", "[Content_Types].xml")
        items = [(n, d.replace(old, new) if n in where else d) for n, d in items]
        items = [
            (n.replace("word/document.xml", new.decode()).replace("_rels/document", "_rels/正文 a"), d)
            for n, d in items
        ]
    stream: io.BytesIO | _Pipe = _Pipe() if how == "descriptors" else io.BytesIO()
    method = zipfile.ZIP_STORED if how == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.comment = "注释".encode() if rng.random() < 0.3 else b""
        for name, data in items:
            info = zipfile.ZipInfo(name)
            info.compress_type, info.filename = method, name  # a backslash too
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
    result, zipped = packed(parts, rng)
    return result, touched, [*done, how, zipped]


def first_touched(touched: set[int]) -> Callable[[list[Block]], Iterator[Block]]:
    """Return an order of blocks: the touched ones, then those with most tokens."""
    return lambda blocks: iter(
        sorted(blocks, key=lambda b: (b.origin not in touched, -sum(r.token is not None for r in b.runs)))
    )


def revised(opened: Any, case: Any, me: str = "述") -> str:
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
    reasons: Counter[str] = Counter()
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
                if verdict.startswith("refused"):
                    reasons["".join(c for c in verdict if not c.isdigit())] += 1
                if short == "WRONG":
                    print(f"{file.name[:20]} seed {seed} {done}\n    {name}: {verdict[:600]}", flush=True)
                    if arguments.keep:
                        (arguments.keep / f"{file.stem[:12]}-{seed}.docx").write_bytes(data)
    print("\n".join(f"{n} {reason}" for reason, n in reasons.most_common()))
    print(", ".join(f"{k} {v}" for k, v in sorted(totals.items())))
    return int(any("WRONG" in k for k in totals))


def judge(fidelity: Any, data: bytes, touched: set[int], script: Any) -> dict[str, str]:
    """Open, save and edit one variant."""
    try:
        opened = read(data)
    except AssistantError as error:
        return {"open": f"{error.message} {error.detail}"}
    except Exception:  # what is looked for
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
        except Exception:  # what is looked for
            outcomes[name] = traceback.format_exc()[-700:]
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
