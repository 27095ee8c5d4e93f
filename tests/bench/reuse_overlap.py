"""Measure how long one report takes to be compared with many others (synthesised here, half of them copying from it).

Usage: python tests/bench/reuse_overlap.py [--reports 500] [--characters 4000]

Prints the seconds for texts in memory; the bar is 2 s for 500.
"""

import argparse
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from assistant import paths
from assistant.reuse.compared_texts import Text, load_exempt
from assistant.reuse.overlap import compare

WORDS = "支部党员学习制度落实检查问题整改群众服务活动计划研究组织生活责任干部培训建设工作会议推动完善强化指导"


def main() -> int:
    """Measure with synthesised reports of a fixed seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--characters", type=int, default=4000)
    options = parser.parse_args()
    chance = random.Random(20260101)
    own = report("稿", options.characters, chance, ())
    copied = [paragraph for paragraph in own.paragraphs if paragraph]
    others = [report(f"报告{i}", options.characters, chance, copied if i % 2 else ()) for i in range(options.reports)]
    exempt = load_exempt(paths.resources() / "reuse" / "overlap.toml")
    begin = time.perf_counter()
    found = compare(own, others, exempt)
    seconds = time.perf_counter() - begin
    print(f"{options.reports} reports of {options.characters} characters: {seconds:.2f} s")
    print(f"share {found.share:.1%}, {len(found.sentences)} sentences, {len(found.sources)} sources")
    return 0


def report(name: str, characters: int, chance: random.Random, copied: "list[str] | tuple[()]") -> Text:
    """Return a report of random sentences; a third of its paragraphs are copied, where there is what to copy."""
    paragraphs = []
    for _ in range(characters // 200):
        if copied and chance.random() < 0.3:
            paragraphs.append(chance.choice(copied))
            continue
        sentences = ("".join(chance.choices(WORDS, k=39)) + "。" for _ in range(5))
        paragraphs.append("".join(sentences))
    return Text(name, tuple(paragraphs))


if __name__ == "__main__":
    raise SystemExit(main())
