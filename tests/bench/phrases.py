"""Measure the phrase library: load, index, and the latency of a suggestion.

    python tests/bench/phrases.py [--count 5000] [--queries 2000] [REPORT.txt ...]

The bundled library is blown up to COUNT phrases by joining halves of different phrases and exchanging words. Queries
are beginnings of 0 to 30 characters of library sentences, or of the sentences of the text files given; the document
that used phrases are looked up in has 30,000 characters.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.paths import resources
from assistant.phrases.index import build_index
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.pinyin import load_readings
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import load_vocabulary


def blown_up(phrases: Sequence[Phrase], count: int, dice: random.Random) -> list[Phrase]:
    """Return `count` phrases: the library's, then cross-overs of two phrases of one role."""
    result = list(phrases)[:count]
    while len(result) < count:
        one = dice.choice(phrases)
        two = dice.choice([phrase for phrase in phrases if phrase.role == one.role])
        head, tail = one.text[: len(one.text) // 2], two.text[len(two.text) // 2 :]
        filler = "".join(dice.sample("水务税务教育医疗民政司法林草城管交通文旅统计审计", 4))
        result.append(replace(one, id=f"made.{len(result)}", text=head + filler + tail))
    return result


def beginnings(texts: Sequence[str], count: int, dice: random.Random) -> list[str]:
    """Return beginnings of sentences, 0 to 30 characters long."""
    sentences = [s for text in texts for s in re.split(r"[。；\n]", text) if len(s) > 8]
    return [dice.choice(sentences)[: dice.randrange(31)] for _ in range(count)]


def since(start: float, worked: float) -> str:
    """Return how long something took, on the clock and of the processor."""
    clock, processor = (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000
    return f"{clock:.1f} ms, {processor:.1f} ms of it processor time"


def report(name: str, seconds: Sequence[float]) -> None:
    """Print median, 95th and 99th percentile and maximum in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    numbers = " ".join(f"{value * 1000:7.2f}" for value in (cuts[49], cuts[94], cuts[98], max(seconds)))
    print(f"{name:32} p50/p95/p99/max ms {numbers}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure load time and latency of the phrase library.")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("reports", nargs="*", type=Path)
    arguments = parser.parse_args()
    dice = random.Random(1)

    start, worked = time.perf_counter(), time.process_time()
    bundled = load_phrases(resources() / "phrases")
    vocabulary = load_vocabulary(resources() / "phrases")
    print(f"load {len(bundled)} phrases: {since(start, worked)}")
    phrases = blown_up(bundled, arguments.count, dice)
    start, worked = time.perf_counter(), time.process_time()
    index = build_index(phrases, vocabulary, load_readings(resources() / "lexicon"))
    print(f"index {len(phrases)} phrases: {since(start, worked)}")

    texts = [path.read_text(encoding="utf-8") for path in arguments.reports] or [phrase.text for phrase in bundled]
    document = ("".join(texts) * 100)[:30000]
    topics = vocabulary.topics_in(document[:2000])
    roles = sorted({phrase.role for phrase in bundled})
    queries = [
        Query(
            dice.choice(roles),
            text,
            topics=topics,
            used=(document,),
            year=2025,
            kind="combined",
            fields=frozenset({"tax"}),
        )
        for text in beginnings(texts, arguments.queries, dice)
    ]
    for name, chosen in (
        ("all", queries),
        ("nothing typed", [replace(query, text="") for query in queries]),
        ("with filter", [replace(query, filter="党员") for query in queries]),
        ("with initials", [replace(query, filter="zbsj") for query in queries]),
        ("with pinyin found nowhere", [replace(query, filter="quanqiuhua") for query in queries[::10]]),
    ):
        times, work = [], []
        for query in chosen:
            start, worked = time.perf_counter(), time.process_time()
            suggest(index, query)
            times.append(time.perf_counter() - start)
            work.append(time.process_time() - worked)
        report(name, times)
        report("  of it processor time", work)


if __name__ == "__main__":
    main()
