"""Measure how old Word files are read: time, memory, and paragraph by paragraph against another program's text.

python tests/bench/old_word.py FILE... [--texts FOLDER]   one line per file; FOLDER holds NAME.txt of the same files,
                                                          e.g. by soffice --convert-to "txt:Text (encoded):UTF8"
python tests/bench/old_word.py FILE... --fuzz N           N damaged copies of each file: how many open, the slowest
"""

import argparse
import difflib
import random
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.errors import CannotOpen
from assistant.formats.doc.reader import read
from assistant.formats.opened import Opened

LIMIT = 2.0
"""Seconds within which every file has to be answered."""
_NO_TEXT = re.compile(r"[\ufffc\u00ad\u200b\s]")
"""What programs write differently: tokens, soft hyphens, white space."""


def main() -> None:
    """Read the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--fuzz", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="differences to show for each file")
    options = parser.parse_args()
    for path in options.files:
        if options.fuzz:
            print(f"{path.name[:40]:40}", fuzzed(path.read_bytes(), options.fuzz, random.Random(options.seed)))
        else:
            print(f"{path.name[:40]:40}", measured(path, options.texts, options.show))
    print(f"peak memory of all: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def measured(path: Path, texts: Path | None, show: int) -> str:
    """Return one line about one file."""
    data = path.read_bytes()
    start = time.perf_counter()
    try:
        opened = read(data)
    except CannotOpen as error:
        return f"refused: {error.message} ({error.detail})"
    milliseconds = (time.perf_counter() - start) * 1000
    levels = sum(block.style_level is not None for block in opened.document.blocks)
    numbers = sum(bool(line.label) for line in opened.paragraphs)
    line = (
        f"{len(data) // 1024:6} KB {milliseconds:6.0f} ms {len(opened.paragraphs):5} paragraphs {levels:3} headings "
        f"{numbers:3} numbers {len(opened.document.tables):3} tables"
    )
    other = None if texts is None else texts / f"{path.stem}.txt"
    return line + (compared(opened, other.read_text("utf-8-sig"), show) if other is not None and other.exists() else "")


def compared(opened: Opened, text: str, show: int) -> str:
    """Return how many of the other program's non-empty paragraphs, numbers included, read the same here."""
    ours = [line for paragraph in opened.paragraphs for line in _lines(paragraph.label + paragraph.text)]
    theirs = _lines(text)
    codes = difflib.SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    same = sum(last - first for what, first, last, _, _ in codes if what == "equal")
    result = f"  same {same} of {len(theirs)}" + (f", ours {len(ours)}" if len(ours) != len(theirs) else "")
    odd = [(theirs[a:b], ours[c:d]) for what, a, b, c, d in codes if what != "equal"]
    for left, right in odd[:show]:
        result += f"\n    theirs {[item[:70] for item in left[:3]]}\n    ours   {[item[:70] for item in right[:3]]}"
    return result


def _lines(text: str) -> list[str]:
    return [kept for line in text.split("\n") if (kept := _NO_TEXT.sub("", line))]


def fuzzed(data: bytes, count: int, chance: random.Random) -> str:
    """Return what became of damaged copies; an error other than a refusal ends the run."""
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for _ in range(count):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 3, 10, 100))):
            place = chance.randrange(len(broken)) if chance.random() < 0.5 else chance.randrange(min(4096, len(broken)))
            width = chance.choice((1, 2, 4))
            broken[place : place + width] = chance.choice((bytes(width), b"\xff" * width, chance.randbytes(width)))
        if chance.random() < 0.2:
            del broken[chance.randrange(512, len(broken)) :]
        start = time.perf_counter()
        try:
            read(bytes(broken))
            outcomes["opened"] += 1
        except CannotOpen:
            outcomes["refused"] += 1
        except Exception:  # what is looked for: the file is kept to look at
            Path("failed.doc").write_bytes(broken)
            raise
        seconds = time.perf_counter() - start
        slowest = max(slowest, seconds)
        outcomes["too slow"] += seconds > LIMIT
    return f"{dict(outcomes)}, slowest of {count} {slowest * 1000:.0f} ms"


if __name__ == "__main__":
    main()
