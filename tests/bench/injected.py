"""Measure the proofreading on errors put into clean text: recall by class of error, and what is flagged without any.

  python -m tests.bench.injected [--each N] [--half 0|1] [--missed CLASS] [--year Y] [FILE…]

Without FILE the text is our own phrase library with its blanks filled in; text files have one paragraph per line. Every
error is put into a sentence of its own, at a place drawn with a fixed seed, and counts as found where a finding touches
it that the clean sentence does not have. `--half` takes every other sentence only: tune on one half, report the other.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from assistant.checks.engine import find_text
from assistant.checks.lexicon_files import READINGS, SHAPES, _characters, _words
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.checks.rule_set import RuleSet
from assistant.paths import data_folder, resources
from assistant.phrases.library import load_phrases
from assistant.text.sentences import sentences
from assistant.text.words import Words

Spoilt = tuple[str, int, int]
"""A text with an error, and where it is: from, to."""
Spoil = Callable[[str, random.Random], Spoilt | None]

_COMMON = -13.0
"""Log probability from which a word is one that people write."""
_FILLED = {"率": "95%", "比例": "95%", "日期": "6月30日", "时间": "9月", "年份": "2025", "时长": "40分钟"}
_ELSEWHERE = ("标点:缺一半",)
"""Classes of errors that show at another place: where the other half of a pair stands."""
_COUNTS = ("数", "量")


def library() -> list[str]:
    """Return the sentences of our own phrases, every blank filled in mechanically."""
    texts = [re.sub("【([^】]*)】", _fill, phrase.text) for phrase in load_phrases(resources() / "phrases")]
    return [sentence for text in texts for sentence in _sentences(text)]


def _fill(blank: re.Match[str]) -> str:
    name = blank.group(1)
    if name.endswith("金额"):
        return "20" if blank.string.startswith("万", blank.end()) else "20万"
    for end, value in _FILLED.items():
        if name.endswith(end):
            return value
    return "12" if name.endswith(_COUNTS) else name


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


class Errors:
    """The ways to spoil a sentence, each at a place where the class of error really happens."""

    def __init__(self) -> None:
        """Read the readings, the shapes and the words."""
        folder = resources() / "lexicon"
        self.words = Words(data_folder())
        self.sound: dict[str, set[str]] = {}
        for characters in _characters(folder / READINGS).values():
            for character in characters:
                self.sound.setdefault(character, set()).update(set(characters) - {character})
        self.shape: dict[str, set[str]] = {}
        for _, group in _words(folder / SHAPES):
            for character in group:
                self.shape.setdefault(character, set()).update(set(group) - {character})
        everyday = self.words.probability
        self.common = {c for c in self.sound if (everyday(c) or -99.0) > _COMMON}
        self.kinds: dict[str, Spoil] = {
            "字:同音": lambda text, dice: self._replace(text, dice, self.sound),
            "字:形近": lambda text, dice: self._replace(text, dice, self.shape),
            "词:同音": self._homophone,
            "漏字": self._drop,
            "多字:重": self._double,
            "多字:插": self._insert,
            "多词:重": self._double_word,
            "颠倒:字": self._swap,
            "的地得": self._particle,
            "标点:重": _mark("[，。；、]", lambda mark, dice: mark + dice.choice("，。；、")),
            "标点:半角": _mark("[，；：（）]", lambda mark, _: mark.translate(str.maketrans("，；：（）", ",;:()"))),
            "标点:缺一半": _mark("[“”《》（）]", lambda _, __: ""),
            "标点:反": _mark("[“”]", lambda mark, _: "”" if mark == "“" else "“"),
            "空格": _mark("(?<=[一-鿿])(?=[一-鿿])", lambda _, __: " "),
            "数字:全角": _mark(
                "[0-9]+", lambda number, _: number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
            ),
            "残留": _mark("[0-9]+", lambda _, dice: dice.choice(("X", "XX", "××", "___", "【待补】", "**"))),
        }

    def _word(self, text: str, dice: random.Random) -> tuple[int, str] | None:
        """Return a place and a usual word of two to four characters in the text."""
        places = []
        for run in re.finditer("[一-鿿]+", text):
            at = run.start()
            for word, log in self.words.cut(run.group()):
                if len(word) > 1 and log > _COMMON:
                    places.append((at, word))
                at += len(word)
        return dice.choice(places) if places else None

    def _replace(self, text: str, dice: random.Random, alike: dict[str, set[str]]) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        start, word = found
        at = start + dice.randrange(len(word))
        others = sorted(alike.get(text[at], set()) & self.common)
        return (text[:at] + dice.choice(others) + text[at + 1 :], at, at + 1) if others else None

    def _homophone(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None or len(found[1]) != 2:
            return None
        at, (one, two) = found
        ones, twos = self.sound.get(one, set()) | {one}, self.sound.get(two, set()) | {two}
        words = [a + b for a in sorted(ones) for b in sorted(twos) if a + b != one + two]
        others = [word for word in words if (self.words.probability(word) or -99.0) > -12]
        return (text[:at] + dice.choice(others) + text[at + 2 :], at, at + 2) if others else None

    def _drop(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        at = found[0] + dice.randrange(len(found[1]))
        return text[:at] + text[at + 1 :], max(0, at - 1), at + 1

    def _double(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        at = found[0] + dice.randrange(len(found[1]))
        return text[:at] + text[at] + text[at:], at, at + 2

    def _insert(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        at = found[0] + dice.randrange(1, len(found[1]))
        return text[:at] + dice.choice("的了和是在有为这一人上中大工作对") + text[at:], at, at + 1

    def _double_word(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        at, word = found
        return text[:at] + word + text[at:], at, at + 2 * len(word)

    def _swap(self, text: str, dice: random.Random) -> Spoilt | None:
        found = self._word(text, dice)
        if found is None:
            return None
        at = found[0] + dice.randrange(len(found[1]) - 1)
        one, two = text[at], text[at + 1]
        return (text[:at] + two + one + text[at + 2 :], at, at + 2) if one != two else None

    def _particle(self, text: str, dice: random.Random) -> Spoilt | None:
        places = [found.start() for found in re.finditer("(?<=[一-鿿])[地得](?=[一-鿿])", text)]
        singles = []
        for at in places:
            start = max(0, at - 3)
            position = start
            for word, _ in self.words.cut(text[start : at + 4]):
                if position == at and len(word) == 1:
                    singles.append(at)
                position += len(word)
        if not singles:
            return None
        at = dice.choice(singles)
        return text[:at] + "的" + text[at + 1 :], at, at + 1


def _mark(pattern: str, change: Callable[[str, random.Random], str]) -> Spoil:
    def spoil(text: str, dice: random.Random) -> Spoilt | None:
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        found = dice.choice(places)
        new = change(found.group(), dice)
        start, end = found.span()
        return text[:start] + new + text[end:], max(0, start - 1), start + len(new) + 1

    return spoil


def _near(findings: Iterable[Finding], start: int, end: int) -> Iterator[Finding]:
    for finding in findings:
        span = finding.span
        if span is not None and span.start < end + 1 and start - 1 < span.end:
            yield finding


def measure(rules: RuleSet, texts: list[str], options: argparse.Namespace) -> None:
    """Print recall by class of error, and the findings in the clean sentences."""
    errors = Errors()
    clean = {text: {(f.rule, f.text) for f in find_text(rules, text, options.year)} for text in texts}
    total = sum(map(len, texts))
    flagged = sum(map(len, clean.values()))
    print(f"{len(texts)} clean sentences, {total} characters, {flagged} findings in them")
    for name, spoil in errors.kinds.items():
        dice = random.Random(name)
        found = tried = sure = 0
        missed = []
        pool = list(texts)
        dice.shuffle(pool)
        for text in pool:
            if tried == options.each:
                break
            spoilt = spoil(text, dice)
            if spoilt is None or spoilt[0] == text or spoilt[0] in clean:
                continue
            tried += 1
            new = [f for f in find_text(rules, spoilt[0], options.year) if (f.rule, f.text) not in clean[text]]
            hits = new if name in _ELSEWHERE else list(_near(new, spoilt[1], spoilt[2]))
            found += bool(hits)
            sure += any(hit.level > Level.HINT for hit in hits)
            if not hits:
                missed.append(spoilt)
        print(f"{name}: {found / max(tried, 1):6.1%} found, {sure / max(tried, 1):6.1%} as 疑似 or 必错, of {tried}")
        if name == options.missed:
            for text, start, end in missed:
                print(f"    {text[max(0, start - 12) : start]}[{text[start:end]}]{text[end : end + 12]}")


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=200, help="errors of each class")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--missed", help="print what is missed of this class")
    parser.add_argument("--year", type=int, default=2025)
    options = parser.parse_args()
    lines = [line for path in options.files for line in path.read_text(encoding="utf-8-sig").splitlines()]
    texts = [text for line in lines for text in _sentences(line)] if lines else library()
    texts = [text for text in dict.fromkeys(texts) if len(text) >= 12]
    if options.half is not None:
        texts = texts[options.half :: 2]
    measure(load_rules(resources() / "rules", data_folder()), texts, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
