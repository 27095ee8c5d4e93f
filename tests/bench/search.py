"""How fast the library is searched: `python tests/bench/search.py [REPORTS]`; the texts are made of phrases.

Prints the time to index one report and, for words of one to six characters, common and rare, the time of a search.
"""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from assistant.document.block import Block, Document, Run
from assistant.paths import resources
from assistant.phrases.library import load_phrases
from assistant.storage.passages import About, Owner, PassageIndex

PARAGRAPHS = 60
WORDS = ("党", "党建", "理论", "学习", "台账", "三会一课", "意识形态", "换届", "主题党日", "党建 台账", "没有这个词")


def main() -> None:
    """Index, then search every word several times."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    random.seed(1)
    phrases = [phrase.text for phrase in load_phrases(resources() / "phrases")]
    with tempfile.TemporaryDirectory() as folder:
        index = PassageIndex(Path(folder) / "search.sqlite3")
        spent, characters = [], 0
        for number in range(reports):
            texts = ["".join(random.choices(phrases, k=2)) for _ in range(PARAGRAPHS)]
            characters += sum(map(len, texts))
            document = Document(tuple(Block(str(i), (Run(text),)) for i, text in enumerate(texts)))
            start = time.perf_counter()
            index.put(Owner("past", number), "1", document, About())
            spent.append(time.perf_counter() - start)
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
        print(f"{reports} reports, {characters / reports:,.0f} characters each, index {size:.0f} MB")
        print(f"index one report: median {statistics.median(spent) * 1000:.1f} ms, most {max(spent) * 1000:.1f} ms")
        for word in WORDS:
            times = []
            for _ in range(9):
                start = time.perf_counter()
                hits = index.search(word)
                times.append(time.perf_counter() - start)
            print(f"{word}: {len(hits)} hits, median {statistics.median(times) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
