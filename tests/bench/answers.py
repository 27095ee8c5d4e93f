"""Measure how well measures are matched with the problems they answer.

Usage: python tests/bench/answers.py [FILE...]

Without FILE the annotated lists of `answers.txt` are measured; a FILE has its form, which its head explains. Prints
every problem with another measure than annotated, and by batch how many problems and measures are right.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from assistant.checks.loader import load_rules
from assistant.checks.matching import match, themes_of
from assistant.checks.points import Item
from assistant.paths import resources


@dataclass
class Annotated:
    """One report's problems with the number of the measure that answers each, and its measures with their mark."""

    batch: str
    name: str
    problems: list[tuple[Item, int]] = field(default_factory=list)
    measures: list[tuple[Item, bool]] = field(default_factory=list)


def main() -> int:
    """Measure the files named on the command line, or the annotated lists."""
    files = [Path(name) for name in sys.argv[1:]] or [Path(__file__).with_name("answers.txt")]
    themes = themes_of(load_rules(resources() / "rules"))
    counted: dict[str, Counter[str]] = {}
    for one in (one for file in files for one in _read(file)):
        tally = counted.setdefault(one.batch, Counter())
        measures = [item for item, _ in one.measures]
        found = match([item for item, _ in one.problems], measures, themes)
        for item, wanted in one.problems:
            pair = next((pair for pair in found.pairs if pair.problem is item), None)
            got = 0 if pair is None else measures.index(pair.measure) + 1
            tally.update(problems=1, paired=got == wanted)
            if got != wanted:
                print(f"{one.name}: {item.text}: measure {got}, annotated {wanted} {pair.themes if pair else ''}")
        for item, alone in one.measures:
            tally.update(measures=1, told=(item in found.measures) == alone)
    for batch, tally in counted.items():
        paired, told = (f"{tally[key]} of {tally[of]}" for key, of in (("paired", "problems"), ("told", "measures")))
        print(f"{batch:16} problems right {paired}, measures right {told}")
    return 0


def _read(file: Path) -> Iterator[Annotated]:
    batch, one = "", None
    for line in file.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "===":
            batch = text
        elif mark == "=":
            if one is not None:
                yield one
            one = Annotated(batch, text)
        elif one is not None and text and mark[0] in "pmx":
            item = _item(len(one.problems) if mark[0] == "p" else 100 + len(one.measures), text)
            if mark[0] == "p":
                one.problems.append((item, int(mark[1:])))
            else:
                one.measures.append((item, mark == "x"))
    if one is not None:
        yield one


def _item(index: int, text: str) -> Item:
    name = text.split("。", maxsplit=1)[0]
    return Item(index, 0, len(name), name, text)


if __name__ == "__main__":
    raise SystemExit(main())
