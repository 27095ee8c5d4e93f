"""Measure the completer on reports of any kind: keys saved, offers accepted, time and memory.

    python tests/bench/completion.py [--split] REPORT.txt ...

Every report in turn is typed from beginning to end, left to right, once with the list of five, once with every ghost,
once with those that gain enough (`--gains` for other limits); a typed character costs one key, an accepted offer one
key; an offer is accepted where the text goes on exactly so (of the list: the longest). Finished paragraphs of the
report itself are learned. "cold" knows the library only, "warm" the other reports too. Lines that stand in an earlier
file word for word are left out of the typing and out of what is learned for it: a copy would flatter the numbers.
`--split` takes a line that ends with 述职报告 or 述职报告（…） as the beginning of another report; `--drop WORD` leaves
out lines that hold a word (sellers' stamps).
"""

import argparse
import re
import sys
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.paths import resources
from assistant.phrases.completion import GHOST_GAIN, Completer, library_texts
from assistant.phrases.expressions import load_expressions
from assistant.phrases.library import load_phrases
from assistant.phrases.wording import sorted_wording

TITLE = re.compile(r".{0,40}述职报告(（[^（）]*）)?")
GAINS = (0.0, GHOST_GAIN)


class Library(NamedTuple):
    """What a completer knows before it has learned anything."""

    texts: Sequence[str]
    expressions: Sequence[str]


@dataclass
class Tally:
    """What typing has cost so far, in one way of being offered something."""

    characters: int = 0
    keys: int = 0
    shown: int = 0
    taken: int = 0
    seconds: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    @property
    def saved(self) -> float:
        """Keys saved, in percent."""
        return 100 - 100 * self.keys / max(1, self.characters)


def read(paths: Sequence[Path], split: bool, drop: Sequence[str]) -> dict[str, list[str]]:
    """Return the paragraphs of every report, without lines of an earlier one and without stamps."""
    reports: dict[str, list[str]] = {}
    seen: set[str] = set()
    for path in paths:
        number = 1
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            text = line.strip()
            if not text or any(word in text for word in drop):
                continue
            if split and TITLE.fullmatch(text) and reports.get(f"{path.stem} {number}"):
                number += 1
            if len(text) > 20 and text in seen:
                continue
            seen.add(text)
            reports.setdefault(f"{path.stem} {number}", []).append(text)
    return {name: lines for name, lines in reports.items() if sum(map(len, lines)) > 200}


def typed(completer: Completer, paragraphs: Sequence[str], least: float | None, tally: Tally) -> None:
    """Type a report with ghosts of at least this gain, or (None) with the list, learning its finished paragraphs."""
    for text in paragraphs:
        at = 0
        while at < len(text):
            began, worked = time.perf_counter(), time.thread_time()
            offers = completer.complete(text[:at], 5, least or 0.0)
            tally.seconds.append(time.perf_counter() - began)
            tally.worked.append(time.thread_time() - worked)
            shown = [offer.text for offer in (offers if least is None else offers[:1])]
            length = max((len(one) for one in shown if text.startswith(one, at)), default=0)
            tally.keys += 1
            tally.shown += bool(shown)
            tally.taken += length > 0
            at += length or 1
        tally.characters += len(text)
        completer.learn(text)


def measure(name: str, reports: dict[str, list[str]], library: Library, warm: bool, gains: Sequence[float]) -> None:
    """Print one table: all reports, each left out of what is learned before."""
    known = sorted_wording((), *library)
    for least in (None, *gains):
        tally, parts = Tally(), []
        for own, paragraphs in reports.items():
            completer = Completer(wording=known)
            for other, lines in reports.items():
                if warm and other != own:
                    completer.learn("\n".join(lines), source=other)
            completer.prepare()
            alone = Tally()
            typed(completer, paragraphs, least, alone)
            parts.append(f"{own} {alone.saved:.1f}")
            for one in fields(Tally):
                setattr(tally, one.name, getattr(tally, one.name) + getattr(alone, one.name))
        what = "top-5 list" if least is None else f"ghost at gain >= {least:.2f}"
        shown, taken = 100 * tally.shown / tally.keys, 100 * tally.taken / max(1, tally.shown)
        print(
            f"{name}, {what}: saves {tally.saved:.1f} % of {tally.characters} characters, "
            f"on {shown:.0f} % of keys, {taken:.0f} % accepted"
        )
        print(f"  {'; '.join(parts)}")
        for clock, times in (("on the clock", sorted(tally.seconds)), ("of the processor", sorted(tally.worked))):
            p50, p99, worst = (times[min(len(times) - 1, int(len(times) * q))] * 1000 for q in (0.5, 0.99, 1.0))
            print(f"  complete: p50 {p50:.2f} ms, p99 {p99:.2f} ms, longest {worst:.1f} ms {clock}")


def weigh(reports: dict[str, list[str]], library: Library, size: int) -> None:
    """Print time and memory of learning `size` characters, made of the reports with their clauses exchanged."""
    clauses = [
        part for lines in reports.values() for line in lines for part in re.split(r"(?<=[，。；])", line) if part
    ]
    made: list[str] = []
    total, i = 0, 0
    while total < size:
        clause = clauses[(i * 7919 + i // len(clauses)) % len(clauses)]
        shift = i // len(clauses)
        made.append("".join(chr(0x4E00 + (ord(c) * 31 + shift) % 6000) if shift and n % 5 == shift % 5 else c
                            for n, c in enumerate(clause)))  # fmt: skip
        total += len(clause)
        i += 1
    text = "\n".join("".join(made[n : n + 12]) for n in range(0, len(made), 12))
    tracemalloc.start()
    completer = Completer(*library)
    empty = tracemalloc.get_traced_memory()[0]
    completer.learn(text, source="one")
    completer.prepare()
    kept, most = tracemalloc.get_traced_memory()
    for clause in clauses[:3000]:
        completer.complete(clause)
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    began = time.perf_counter()
    fresh = Completer(*library)
    fresh.learn(text, source="one")
    fresh.prepare()
    took = time.perf_counter() - began
    seconds = []
    for clause in clauses[:3000]:
        began = time.thread_time()
        fresh.complete(clause)
        seconds.append(time.thread_time() - began)
    seconds.sort()
    print(
        f"{len(text)} characters: library {empty / 1e6:.1f} MB, with reports {kept / 1e6:.1f} MB "
        f"(peak {most / 1e6:.1f}), after 3000 offers {used / 1e6:.1f} MB; built in {took:.2f} s; "
        f"processor p50 {seconds[len(seconds) // 2] * 1000:.2f}, p99 {seconds[len(seconds) * 99 // 100] * 1000:.2f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--drop", nargs="*", default=[])
    parser.add_argument("--gains", nargs="*", type=float, default=GAINS, help="least gains of a ghost that is shown")
    parser.add_argument("--only", choices=["cold", "warm", "size"])
    parser.add_argument("--size", type=int, default=300_000, help="characters of the test of memory")
    arguments = parser.parse_args()
    reports = read(arguments.reports, arguments.split, arguments.drop)
    library = Library(library_texts(load_phrases(resources() / "phrases")), load_expressions(resources() / "lexicon"))
    print(f"library: {len(library[0])} texts, {sum(map(len, library[0]))} characters; {len(library[1])} expressions")
    if arguments.only in (None, "cold"):
        measure("cold", reports, library, warm=False, gains=arguments.gains)
    if arguments.only in (None, "warm"):
        measure("warm", reports, library, warm=True, gains=arguments.gains)
    if arguments.only in (None, "size"):
        weigh(reports, library, arguments.size)


if __name__ == "__main__":
    main()
