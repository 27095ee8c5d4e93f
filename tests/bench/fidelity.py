"""Open, edit and save .docx files of one's own, and tell what each save changed.

    python tests/bench/fidelity.py FILE_OR_FOLDER... [--script docx_fidelity.py]

For each readable file: saved without an edit (must be the same bytes), then six edits of the paragraph richest in
tokens, runs and text that fits: replace, insert, delete, split, move, merge. After each save the text read back must be
the text written, every part but the main one must be the same bytes, and in the main part everything outside the
paragraphs concerned must be canonically equal, their range marks all there. `--script` asks an outside comparison
(a module with `compare(original, saved, edited, deleted, inserted)`) for a verdict on replace, insert and delete too.
"""

import argparse
import importlib.util
import io
import itertools
import statistics
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.document.block import Block, Document
from assistant.document.difference import replacements
from assistant.document.edit import InsertBlocks, MoveBlocks, RemoveBlocks, apply
from assistant.document.identity import identified
from assistant.document.splice import cut, merged
from assistant.errors import AssistantError, CannotOpen, EditRefused
from assistant.formats.docx.names import both, kind
from assistant.formats.docx.package import read_package
from assistant.formats.docx.reader import read
from assistant.formats.docx.writer import write
from assistant.formats.docx.xml import parse
from assistant.formats.opened import Opened
from tests.formats.docx.word_files import paragraph, run, word_file

MARKS = ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
TEXT = {"t", "delText", "instrText", "delInstrText"}


@dataclass
class Case:
    """An edited document and the paragraphs concerned: of the original and of the saved file."""

    document: Document
    old: set[int]
    new: set[int]
    edited: tuple[int, ...] = ()
    deleted: tuple[int, ...] = ()
    inserted: tuple[int, ...] = ()


def canonical(root: Any, concerned: set[int]) -> tuple[list[str], Counter[str], Counter[str]]:
    """Return the tokens of a tree without the concerned paragraphs, their range marks, and what else they hold."""
    out: list[str] = []
    marks: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    gone = {p for n, p in enumerate(root.iter(*both("p"))) if n in concerned}

    def visit(element: Any) -> None:
        name = kind(element)
        if not name:
            return
        if element in gone:
            properties = {e for p in element.iter(*both("pPr")) for e in p.iter()}
            for inner in element.iter():
                what = "" if inner in properties else kind(inner)
                if what.startswith(MARKS) and what.endswith(("Start", "End")):
                    marks[what] += 1
                elif what not in ("p", "r", "t", "", "lastRenderedPageBreak"):
                    inside[what] += 1
            return
        if name.startswith(MARKS) and name.endswith(("Start", "End")):
            marks[name] += 1  # compared by number: a merged or deleted paragraph's marks may stand between blocks
            return
        attributes = sorted(f"{k}={v}" for k, v in element.attrib.items() if "}rsid" not in k)
        text = (element.text or "") if name in TEXT or (element.text or "").strip() else ""
        out.append(f"<{element.tag} {attributes}>{text}")
        for child in element:
            visit(child)
        out.append("</>")

    visit(root)
    return out, marks, inside


def problem(opened: Opened, case: Case, saved: bytes) -> str:
    """Return what is wrong with a save, empty where nothing is."""
    if [b.text for b in read(saved).document.blocks] != [b.text for b in case.document.blocks]:
        return "text read back differs"
    main = read_package(opened.base).main
    old_parts, new_parts = members(opened.base), members(saved)
    if list(old_parts) != list(new_parts) or any(old_parts[n] != new_parts[n] for n in old_parts if n != main):
        return "other members differ"
    old, old_marks, old_inside = canonical(parse(old_parts[main][0], main), case.old)
    new, new_marks, new_inside = canonical(parse(new_parts[main][0], main), case.new)
    if old != new:
        at = next((i for i, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), min(len(old), len(new)))
        return f"outside differs at {old[at : at + 1]} / {new[at : at + 1]}"
    old_inside.pop("dataBinding", 0)  # cut on purpose where text bound to data is edited: Word would put it back
    lost = {} if case.deleted else old_inside - new_inside
    wrong = f"range marks {old_marks - new_marks} lost, {new_marks - old_marks} added"
    return wrong if old_marks != new_marks else f"lost inside {dict(lost)}" if lost else ""


def members(data: bytes) -> dict[str, tuple[object, ...]]:
    """Return content, date and compression of every zip member."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i.filename: (archive.read(i), i.date_time, i.compress_type) for i in archive.infolist()}


def richest(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks, those with most tokens, runs and text first."""
    return iter(sorted(blocks, key=lambda b: (-sum(r.token is not None for r in b.runs), -len(b.runs), -len(b.text))))


def fields(opened: Opened) -> list[Block]:
    """Return the editable blocks with some text, whose paragraphs hold no text box."""
    return [b for b in opened.document.blocks if b.opaque is None and sum(c != "\ufffc" for c in b.text) > 1]


def replaced(opened: Opened) -> Iterator[Case]:
    for block in richest(fields(opened)):
        at = [i for i, c in enumerate(block.text) if c not in "\ufffc\n\t\u00ad\u2011"]
        if not at:
            continue
        middle = at[len(at) // 2]
        new = block.text[:middle] + "换上的字" + block.text[middle + 1 :]
        n = block.origin or 0
        yield Case(apply(opened.document, replacements(block, new)), {n}, {n}, edited=(n,))


def inserted(opened: Opened) -> Iterator[Case]:
    for block in richest(fields(opened)):
        document = apply(opened.document, [InsertBlocks(block.id, ("新写的一段，放在这里。",))])
        yield Case(document, set(), {-1}, inserted=(-1,))


def deleted(opened: Opened) -> Iterator[Case]:
    for block in richest(fields(opened)):
        n = block.origin or 0
        try:
            document = apply(opened.document, [RemoveBlocks((block.id,))])
        except EditRefused:
            continue
        yield Case(document, {n}, set(), deleted=(n,))


def split(opened: Opened) -> Iterator[Case]:
    for block in richest(fields(opened)):
        middle, end = len(block.text) // 2, len(block.text)
        halves = [replace(block, runs=cut(block.runs, 0, middle)), replace(block, runs=cut(block.runs, middle, end))]
        blocks = list(opened.document.blocks)
        at = blocks.index(block)
        blocks[at : at + 1] = halves
        n = block.origin or 0
        yield Case(replace(opened.document, blocks=identified(blocks)), {n}, {n, -1})


def neighbours(opened: Opened) -> Iterator[tuple[Block, Block]]:
    blocks = opened.document.blocks
    good = {b.id for b in fields(opened)}
    pairs = {
        a.id: (a, b)
        for a, b in itertools.pairwise(blocks)
        if a.id in good and b.id in good and a.container == b.container and not b.fixed
    }
    return (pairs[b.id] for b in richest(fields(opened)) if b.id in pairs)


def span(opened: Opened, a: Block, b: Block) -> set[int]:
    """Return the numbers of two neighbours and of the paragraphs in their text boxes."""
    end = (b.origin or 0) + 1
    while end < len(opened.paragraphs) and opened.paragraphs[end].kind == "textbox":
        end += 1
    return set(range(a.origin or 0, end))


def moved(opened: Opened) -> Iterator[Case]:
    for a, b in neighbours(opened):
        both_ = span(opened, a, b)
        yield Case(apply(opened.document, [MoveBlocks((a.id,), b.id)]), both_, both_)


def joined(opened: Opened) -> Iterator[Case]:
    for a, b in neighbours(opened):
        blocks = list(opened.document.blocks)
        at = blocks.index(a)
        blocks[at : at + 2] = [replace(a, runs=merged([*a.runs, *b.runs]))]
        both_ = span(opened, a, b)
        yield Case(replace(opened.document, blocks=identified(blocks)), both_, both_ - {max(both_)})


EDITS: dict[str, Callable[[Opened], Iterator[Case]]] = {
    "replace": replaced,
    "insert": inserted,
    "delete": deleted,
    "split": split,
    "move": moved,
    "merge": joined,
}


def locate(opened: Opened, case: Case, saved: bytes) -> None:
    """Find the number of the new paragraph in the saved file: the first block that the original hasn't."""
    known = {b.origin for b in opened.document.blocks}
    blocks = read(saved).document.blocks
    seen: set[int | None] = set()
    for mine, theirs in zip(case.document.blocks, blocks, strict=False):
        if mine.origin is None or mine.origin not in known or mine.origin in seen:
            case.new = {theirs.origin or 0 if n == -1 else n for n in case.new}
            case.inserted = tuple(theirs.origin or 0 if n == -1 else n for n in case.inserted)
            return
        seen.add(mine.origin)


def attempt(opened: Opened, name: str, script: ModuleType | None, tries: int = 25) -> tuple[str, float]:
    """Make one edit and judge the save: `ok`, a problem, or why it could not be made; and the seconds it took."""
    refusal = "no text"
    for case, _ in zip(EDITS[name](opened), range(tries), strict=False):
        begin = time.perf_counter()
        try:
            saved = write(opened.base, case.document, {})
        except EditRefused as error:
            refusal = "refused: " + error.detail
            continue
        seconds = time.perf_counter() - begin
        locate(opened, case, saved)
        wrong = problem(opened, case, saved)
        if not wrong and script is not None and (case.edited or case.deleted or case.inserted):
            wrong = outside(opened, case, saved, script)
        return wrong or "ok", seconds
    return refusal, 0.0


def outside(opened: Opened, case: Case, saved: bytes, script: ModuleType) -> str:
    """Ask the outside comparison."""
    with tempfile.TemporaryDirectory() as folder:
        a, b = Path(folder, "a.docx"), Path(folder, "b.docx")
        a.write_bytes(opened.base)
        b.write_bytes(saved)
        result = script.compare(str(a), str(b), case.edited, case.deleted, case.inserted, try_docx=False)
    if result["verdict"] not in ("SAME", "BYTES", "SAME*"):
        return f"{result['verdict']} {result['changed']}{result['new_problems']}"
    kept = all(
        e["pPr_same"] and not e["anchors_lost"] and e["rPr_kept"] == e["surviving_chars"]
        for e in result.get("edited", ())
    )
    return "" if kept else f"SAME, but edited paragraph {result['edited']}"


def files(paths: list[Path]) -> list[Path]:
    found = [f for p in paths for f in (sorted(p.iterdir()) if p.is_dir() else [p])]
    return [f for f in found if f.suffix.lower().startswith((".do", ".od", ".rtf", ".wps"))]


def load(path: Path | None) -> ModuleType | None:
    if path is None:
        return None
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def megabyte() -> str:
    """Open and save a file whose main part holds a megabyte, made in code; return the best times of five."""
    sentence = run("坚持把党建工作和业务工作一起谋划、一起部署。", '<w:sz w:val="32"/>') * 5
    one = paragraph(sentence, properties='<w:ind w:firstLineChars="200"/>')
    data = word_file(*[one] * (2**20 // len(one.encode())))
    opens, saves = [], []
    for _ in range(5):
        begin = time.perf_counter()
        opened = read(data)
        opens.append(time.perf_counter() - begin)
        block = opened.document.blocks[0]
        document = apply(opened.document, replacements(block, "改" + block.text))
        begin = time.perf_counter()
        write(data, document, {})
        saves.append(time.perf_counter() - begin)
    return f"1 MB main part: open {min(opens) * 1000:.0f} ms, save {min(saves) * 1000:.0f} ms"


def main() -> int:
    """Print one line per file and a summary; exit 1 where a save was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--script", type=Path)
    arguments = parser.parse_args()
    script = load(arguments.script)
    opens, saves = [], []
    totals: Counter[str] = Counter()
    for file in files(arguments.paths):
        data = file.read_bytes()
        try:
            read(data)
            begin = time.perf_counter()
            opened = read(data)
        except CannotOpen as error:
            print(f"{file.name[:34]:34} not opened: {error.message}")
            totals["not opened"] += 1
            continue
        opens.append(time.perf_counter() - begin)
        row = ["bytes" if write(data, opened.document, {}) == data else "DIFFERS"]
        for name in EDITS:
            try:
                verdict, seconds = attempt(opened, name, script)
            except AssistantError as error:
                verdict, seconds = f"ERROR {error.message} {error.detail}", 0.0
            impossible = verdict.startswith(("refused", "no text"))
            totals[f"{name} " + ("ok" if verdict == "ok" else "impossible" if impossible else "WRONG")] += 1
            if seconds:
                saves.append(seconds)
            row.append(f"{name} {verdict}")
        print(f"{file.name[:34]:34} {opens[-1] * 1000:6.1f} ms  " + " | ".join(row), flush=True)
        totals["unedited " + row[0]] += 1
    if opens:
        print(f"open median {statistics.median(opens) * 1000:.1f} ms, max {max(opens) * 1000:.1f} ms")
    if saves:
        print(f"save median {statistics.median(saves) * 1000:.1f} ms, max {max(saves) * 1000:.1f} ms")
    print(megabyte())
    print(", ".join(f"{k}: {v}" for k, v in sorted(totals.items())))
    return int(any("WRONG" in k or "DIFFERS" in k for k in totals))


if __name__ == "__main__":
    sys.exit(main())
