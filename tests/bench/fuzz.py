"""Damage files at random and open them: each must open or be refused with a sentence, quickly and in little memory.

    python tests/bench/fuzz.py FILE_OR_FOLDER... [--seconds N] [--seed N] [--keep FOLDER]

Bytes of the zip (or of an old .doc) are changed, cut out or doubled, or those of one XML part inside a sound zip: its
tags and attributes are dropped, doubled, renamed and nested. What opens is saved unedited (the same bytes) and with one
edit. Everything else than an AssistantError is printed, and whatever takes more than two seconds of processor time.
"""

import argparse
import io
import random
import re
import resource
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.document.edit import ReplaceText, Span, apply
from assistant.errors import AssistantError
from assistant.formats.docx.comments import comments
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from assistant.formats.opening import open_bytes

SLOW = 2.0
TAG = re.compile(rb"</?[\w:]+[^<>]*>")
VALUES = [b"-1", b"0", b"99999999999999999999", b"x", b"", b"\xe4\xb8\xad", b"1e9", b"true"]


def scrambled(data: bytes, rng: random.Random) -> bytes:
    """Change a few bytes anywhere."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5, 20])):
        at = rng.randrange(max(1, len(out)))
        step = rng.choice(["flip", "flip", "set", "cut", "double", "short"])
        if step == "flip" and out:
            out[at] ^= 1 << rng.randrange(8)
        elif step == "set" and out:
            out[at] = rng.choice([0, 255, 60, 62, 38])
        elif step == "cut":
            del out[at : at + rng.choice([1, 4, 100, 3000])]
        elif step == "double":
            out[at:at] = out[at : at + rng.choice([1, 4, 100, 3000])]
        elif rng.random() < 0.2:
            del out[at:]
    return bytes(out)


def retagged(data: bytes, rng: random.Random) -> bytes:
    """Change a few tags of an XML part, mostly so that it stays well-formed."""
    for _ in range(rng.choice([1, 2, 4, 12])):
        tags = list(TAG.finditer(data))
        if not tags:
            return data
        tag, other = rng.choice(tags), rng.choice(tags)
        step = rng.choice(["drop element", "value", "rename", "double", "swap", "no attributes"])
        if step in ("drop element", "double"):
            start, end = _element(data, tags, tag)
            copy = data[start:end] if step == "double" and end - start < 20_000 else b""
            data = data[:start] + copy + (data[start:end] if copy else b"") + data[end:]
        elif step == "value":
            new = re.sub(rb'="[^"]*"', b'="' + rng.choice(VALUES) + b'"', tag[0], count=1)
            data = data[: tag.start()] + new + data[tag.end() :]
        elif step == "no attributes":
            new = re.sub(rb'\s[\w:]+="[^"]*"', b"", tag[0]) if b"xmlns" not in tag[0] else tag[0]
            data = data[: tag.start()] + new + data[tag.end() :]
        elif step == "rename":
            names = [m[0].strip(b"</>").split()[0].rstrip(b"/") for m in (tag, other)]
            start, end = _element(data, tags, tag)
            part = data[start:end] if rng.random() < 0.7 else data
            data = (
                data[:start]
                + re.sub(rb"(</?)" + re.escape(names[0]) + rb"(?=[\s/>])", rb"\1" + names[1], part, count=2)
                + (data[end:] if part is not data else b"")
            )
        else:
            a, b = sorted([_element(data, tags, tag), _element(data, tags, other)])
            if a[1] <= b[0]:
                data = data[: a[0]] + data[b[0] : b[1]] + data[a[1] : b[0]] + data[a[0] : a[1]] + data[b[1] :]
    return data


def _element(data: bytes, tags: list[re.Match[bytes]], tag: re.Match[bytes]) -> tuple[int, int]:
    """Return where the element of a tag starts and ends, roughly."""
    if tag[0].startswith(b"</") or tag[0].endswith(b"/>"):
        return tag.start(), tag.start() if tag[0].startswith(b"</") else tag.end()
    name, depth = tag[0][1:-1].split()[0], 0
    for found in re.finditer(rb"<(/?)" + re.escape(name) + rb"(?=[\s/>])[^<>]*?(/?)>", data[tag.start() :]):
        depth += 0 if found[2] else -1 if found[1] else 1
        if depth <= 0:
            return tag.start(), tag.start() + found.end()
    return tag.start(), tag.start()


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return a damaged file."""
    if rng.random() < 0.25 or not data.startswith(b"PK"):
        return scrambled(data, rng)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {i.filename: archive.read(i) for i in archive.infolist()}
    except (zipfile.BadZipFile, RuntimeError, zipfile.zlib.error):
        return scrambled(data, rng)
    names = [n for n in parts if n.endswith((".xml", ".rels"))]
    likely = [n for n in names if n.endswith(("document.xml", "styles.xml", "numbering.xml", "comments.xml", ".rels"))]
    for _ in range(rng.choice([1, 1, 2])):
        name = rng.choice(likely if likely and rng.random() < 0.9 else names or list(parts))
        parts[name] = (retagged if rng.random() < 0.8 else scrambled)(parts[name], rng)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def used(data: bytes, name: str) -> str:
    """Open a file and work with it; return what became of it."""
    opened = open_bytes(data, name)
    document = opened.document
    if opened.base[:2] == b"PK":
        if write(opened.base, document, {}) is not opened.base:
            return "unedited save differs"
        changes = revisions(opened.base)
        comments(opened.base)
        if changes:
            open_bytes(resolve(opened.base, None, accept=True), name)
            open_bytes(resolve(opened.base, None, accept=False), name)
        block = next((b for b in document.blocks if b.opaque is None and b.text), None)
        if block is not None:
            edited = apply(document, [ReplaceText(Span(block.id, 0, 0), "", "新")])
            saved = write(opened.base, edited, {})
            if [b.text for b in open_bytes(saved, name).document.blocks] != [b.text for b in edited.blocks]:
                return "edited save reads otherwise"
            tracked(opened.base, edited, {}, author="述", date="2025-01-10T09:30:00Z")
    return "opened"


def main() -> int:
    """Run until the time is over; print what went wrong and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    files = [f for p in arguments.paths for f in (sorted(p.iterdir()) if p.is_dir() else [p])]
    files = [f for f in files if f.stat().st_size < 400_000]
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    rng, end = random.Random(arguments.seed), time.monotonic() + arguments.seconds
    while time.monotonic() < end:
        file = rng.choice(files)
        data = damaged(file.read_bytes(), rng)
        start = time.process_time()
        try:
            outcome = used(data, file.name)
        except AssistantError as error:
            outcome = "refused" if error.message.endswith("。") else f"odd sentence {error.message!r}"
        except Exception:  # what is looked for
            outcome = "CRASH " + traceback.format_exc()
        seconds = time.process_time() - start
        if seconds > SLOW:
            outcome = f"SLOW {seconds:.1f} s, {outcome}"
        counts[outcome.partition("\n")[0][:40]] += 1
        if outcome not in ("opened", "refused"):
            key = outcome[-200:] if outcome.startswith("CRASH") else outcome[:5] + file.name
            if key not in seen:
                seen.add(key)
                print(f"{file.name}: {outcome[-900:]}", flush=True)
                if arguments.keep:
                    (arguments.keep / f"fuzz-{len(seen)}{file.suffix}").write_bytes(data)
    print(dict(counts), f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return int(len(counts - Counter({"opened": 10**9, "refused": 10**9})) > 0)


if __name__ == "__main__":
    sys.exit(main())
