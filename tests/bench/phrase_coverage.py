"""Print what the bundled phrase library covers: sections by topics, by fields of work and by kinds of report.

python tests/bench/phrase_coverage.py
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.paths import resources
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.topics import load_vocabulary

ROLES = (
    "opening", "rectification", "main_work", "highlights", "integrity", "problems", "causes", "problems_causes",
    "next_steps", "problems_next_steps", "closing",
)  # fmt: skip


def table(phrases: Sequence[Phrase], rows: Sequence[tuple[str, str]], holds: Callable[[Phrase, str], bool]) -> None:
    """Print a row of counts for every key, a column for every section."""
    print(f"{'':24}{''.join(f'{role[:10]:>12}' for role in ROLES)}{'all':>8}")
    for key, name in rows:
        found = [phrase for phrase in phrases if holds(phrase, key)]
        counts = [sum(phrase.role == role for phrase in found) for role in ROLES]
        print(f"{key:24}{''.join(f'{count:12}' for count in counts)}{len(found):8}  {name}")
    print()


def main() -> None:
    folder = resources() / "phrases"
    phrases, vocabulary = load_phrases(folder), load_vocabulary(folder)
    kinds = sorted({kind for phrase in phrases for kind in (*phrase.kinds, *phrase.not_kinds)})
    print(f"{len(phrases)} phrases, {sum(phrase.spoken for phrase in phrases)} of them short forms for speaking\n")
    table(phrases, [(t.key, t.name) for t in vocabulary.topics], lambda p, key: key in p.topics)
    table(phrases, [(f.key, f.name) for f in vocabulary.fields], lambda p, key: key in p.fields)
    table(
        phrases,
        [(kind, "") for kind in kinds],
        lambda p, key: (not p.kinds or key in p.kinds) and key not in p.not_kinds,
    )
    table(phrases, [("spoken", "口头"), ("written", "书面")], lambda p, key: p.spoken is (key == "spoken"))


if __name__ == "__main__":
    main()
