"""Write edits of one's own .docx files as tracked changes, compare files with each other, and time both.

    python tests/bench/compare.py FILE_OR_FOLDER... [--office]

For each readable file: edits of all kinds (replace, insert, delete, split, merge, move) by `tracked`, and comparisons
with the file before it and with a version of itself whose paragraphs were reworded here and there. All changes
accepted must give the new text, rejected the old. `--office` has LibreOffice read each comparison as well (in a profile
of its own): its text after accepting and after rejecting all must be that of the two files.
"""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.document.block import Block, Document
from assistant.document.edit import InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, Span, apply
from assistant.document.identity import identified
from assistant.document.splice import cut, merged
from assistant.errors import AssistantError, CannotOpen, EditRefused
from assistant.formats.docx.compare import compare
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from assistant.text.characters import TOKEN, is_han

ME, NOW = "比对", "2025-01-10T09:30:00Z"


def texts(data: bytes) -> list[str]:
    """Return the texts of all blocks that can be edited, without tokens."""
    return [b.text.replace(TOKEN, "") for b in read(data).document.blocks if b.opaque is None]


def ours(data: bytes) -> frozenset[int]:
    """Return the numbers of the revisions made here."""
    return frozenset(r.number for r in revisions(data) if r.author == ME)


def reworded(document: Document, rng: random.Random) -> Document:
    """Return the document after a few edits of every kind."""
    plain = [b for b in document.blocks if b.opaque is None]
    for _ in range(max(4, len(plain) // 8) if plain else 0):
        step = rng.choice([replaced, replaced, replaced, inserted, deleted, moved, split, joined])
        try:
            changed = step(document, rng)
        except EditRefused:
            continue
        document = changed if any(b.opaque is None for b in changed.blocks) else document
    return document


def _some(document: Document, rng: random.Random) -> Block:
    return rng.choice([b for b in document.blocks if b.opaque is None])


def replaced(document: Document, rng: random.Random) -> Document:
    """Replace a few characters of a paragraph."""
    block = _some(document, rng)
    start = rng.randint(0, len(block.text))
    end = min(len(block.text), start + rng.randint(0, 6))
    new = "".join(rng.choice("新改一些字，。12a") for _ in range(rng.randint(0, 6)))
    return apply(document, [ReplaceText(Span(block.id, start, end), block.text[start:end], new)])


def inserted(document: Document, rng: random.Random) -> Document:
    """Insert a paragraph."""
    return apply(document, [InsertBlocks(_some(document, rng).id, ("这是新加的一段，没有别的意思。",))])


def deleted(document: Document, rng: random.Random) -> Document:
    """Delete a paragraph."""
    return apply(document, [RemoveBlocks((_some(document, rng).id,))])


def moved(document: Document, rng: random.Random) -> Document:
    """Move a paragraph of the body behind another one."""
    return apply(document, [MoveBlocks((_some(document, rng).id,), _some(document, rng).id)])


def split(document: Document, rng: random.Random) -> Document:
    """Cut a paragraph in two."""
    block = _some(document, rng)
    at, size = rng.randint(0, len(block.text)), len(block.text)
    halves = [replace(block, runs=cut(block.runs, 0, at)), replace(block, runs=cut(block.runs, at, size))]
    place = document.blocks.index(block)
    return replace(document, blocks=identified([*document.blocks[:place], *halves, *document.blocks[place + 1 :]]))


def joined(document: Document, rng: random.Random) -> Document:
    """Join a paragraph with the next one."""
    block = _some(document, rng)
    place = document.blocks.index(block)
    after = document.blocks[place + 1 : place + 2]
    if not after or after[0].opaque is not None or after[0].container != block.container or after[0].fixed:
        return document
    both = replace(block, runs=merged([*block.runs, *after[0].runs]))
    return replace(document, blocks=identified([*document.blocks[:place], both, *document.blocks[place + 2 :]]))


def wrong(result: bytes, old: bytes, new: bytes) -> str:
    """Return what is wrong with a file with tracked changes, empty where nothing is."""
    numbers: frozenset[int] | None = ours(result)
    if all(revision.author == ME for revision in revisions(result)):
        numbers = None
    accepted, wanted = texts(resolve(result, numbers, accept=True)), texts(new)
    rejected = texts(resolve(result, numbers, accept=False))
    if rejected != texts(old):
        return "rejected " + _difference(rejected, texts(old))
    if accepted != wanted:  # what others had struck out already, Word strikes out once: theirs must be accepted too
        accepted, wanted = (texts(resolve(data, None, accept=True)) for data in (result, new))
    return "accepted " + _difference(accepted, wanted) if accepted != wanted else ""


def _difference(found: list[str], wanted: list[str]) -> str:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), min(len(found), len(wanted)))
    return f"{len(found)}/{len(wanted)} at {at}: {found[at : at + 2]} / {wanted[at : at + 2]}"[:160]


_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  End If
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_NUMERALS = "〇零一二三四五六七八九十百第章节条"


class Office:
    """LibreOffice as an independent reader that accepts or rejects all changes itself."""

    def __init__(self, folder: Path) -> None:
        """Use a folder for a profile with a macro, and for files."""
        self._folder = folder
        self._run("--terminate_after_init")  # makes the profile
        library = folder / "profile" / "user" / "basic" / "Standard"
        library.mkdir(parents=True, exist_ok=True)
        (library / "Module1.xba").write_text(_MACRO, "utf-8")
        (library / "script.xlb").write_text(_LIBRARY, "utf-8")

    def _run(self, *arguments: str) -> None:
        command = ["soffice", f"-env:UserInstallation=file://{self._folder}/profile", "--headless", *arguments]
        subprocess.run(command, check=False, capture_output=True, timeout=120)

    def text(self, data: bytes, command: str = "") -> str:
        """Return the Han text of a file after a command such as `AcceptAllTrackedChanges`.

        Numerals are left out: LibreOffice writes computed list numbers and fields into the text, and when paragraphs
        are joined it keeps the format, so the number, of the first one, where Word keeps that of the second.
        """
        source, target = self._folder / "in.docx", self._folder / "out.txt"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        words = ",".join(f'"{word}"' for word in (source.as_uri(), target.as_uri(), command))
        self._run(f"macro:///Standard.Module1.Settle({words})")
        if not target.exists():
            return "(nothing)"
        text = target.read_text("utf-8-sig")
        return "".join(c for c in text if is_han(c) and c not in _NUMERALS)


def files(paths: list[Path]) -> Iterator[Path]:
    """Yield the .docx files of files and folders."""
    for path in paths:
        yield from sorted(path.rglob("*.docx")) if path.is_dir() else [path]


def main() -> None:
    """Measure and print one line for each file that has a problem, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sums: dict[str, list[float]] = {"tracked": [], "reworded": [], "neighbour": []}
    problems: dict[str, int] = dict.fromkeys([*sums, "refused", "unreadable", "office"], 0)
    before: bytes | None = None
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder)) if options.office and shutil.which("soffice") else None
        for path in files(options.paths):
            try:
                opened = read(path.read_bytes())
            except CannotOpen:
                problems["unreadable"] += 1
                continue
            base, rng = opened.base, random.Random(options.seed)
            document = reworded(opened.document, rng)
            try:
                written = write(base, document, {})
            except EditRefused:
                problems["refused"] += 1
                written = base
            jobs = {"tracked": (base, written), "reworded": (base, written), "neighbour": (before or base, base)}
            for name, (old, new) in jobs.items():
                start = time.perf_counter()
                try:
                    if name == "tracked":
                        result = tracked(base, document, {}, author=ME, date=NOW) if written is not base else base
                    else:
                        result = compare(old, new, author=ME, date=NOW)
                except AssistantError as error:
                    problems["refused"] += 1
                    print(f"{path.name}: {name} refused: {error.detail}")
                    continue
                sums[name].append(time.perf_counter() - start)
                if bad := wrong(result, old, new):
                    problems[name] += 1
                    print(f"{path.name}: {name}: {bad}")
                elif office is not None and name != "neighbour" and (bad := _office(office, result, old, new)):
                    problems["office"] += 1
                    print(f"{path.name}: {bad}")
            before = base
    for name, times in sums.items():
        if times:
            worst = max(times) * 1000
            print(
                f"{name}: {len(times)} files, median {statistics.median(times) * 1000:.1f} ms, longest {worst:.0f} ms"
            )
    print(problems)


def _office(office: Office, result: bytes, old: bytes, new: bytes) -> str:
    for command, wanted in (("AcceptAllTrackedChanges", new), ("RejectAllTrackedChanges", old)):
        shown, text = office.text(result, command), office.text(wanted)
        if shown != text:
            at = next((i for i, (a, b) in enumerate(zip(shown, text, strict=False)) if a != b), -20)
            return f"{command} gives {shown[max(0, at - 10) : at + 20]!r}, not {text[max(0, at - 10) : at + 20]!r}"
    return ""


if __name__ == "__main__":
    main()
