"""The completer: what the writer is about to type, learned from past reports, this document and the phrase library.

    completer = load_completer(resources())
    completer.learn(text_of_last_year, source="2024年述职报告.docx")   # a past report
    completer.learn(paragraph)                                        # a finished paragraph of this document
    for offer in completer.complete(text_before_the_caret):
        print(offer.text, offer.gain)

Everything stays in memory of this process; figures and names are never learned (`privacy`).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.choosing import choose, without
from assistant.phrases.corpus import EDGE, Corpus, build_corpus
from assistant.phrases.expressions import load_expressions
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.prediction import LONGEST_CONTEXT, SENTENCE_ENDS, Predictor
from assistant.phrases.privacy import anonymous
from assistant.phrases.recent import Recent
from assistant.phrases.trust import DOCUMENT, EXPRESSIONS, LIBRARY, PARAGRAPH, REPORTS
from assistant.phrases.wording import BEGUN, Wording, latest, sorted_wording

GHOST_GAIN = 0.35
"""Keys that the first offer must save on average to be worth showing in the text unasked. Measured by
`tests/bench/completion.py`."""

_BACK = 600
# Characters before the caret that are read for what they repeat of themselves, where the caret has jumped.
_NEAR = 60
# Characters before the caret that are compared with library phrases.
_TRUST = 0.3
# Share of the cases in which a sentence that begins like library phrases goes on like one of them.
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("‘", "’"))
_STOPS = (*SENTENCE_ENDS, "；", EDGE)
_PAUSES = (*_STOPS, "，", "、", "：")
# What ends a piece of a paragraph that it may repeat.


@dataclass(frozen=True, slots=True)
class Completion:
    """An offer: what to put in at the caret, and `gain`, the keys it saves on average: p(right) × (length - 1)."""

    text: str
    gain: float


def load_completer(resources: Path) -> "Completer":
    """Return a completer that knows the bundled library and the fixed expressions, and nothing of the user's.

    Raises ResourceError naming the file that can't be read.
    """
    phrases = load_phrases(resources / "phrases")
    return Completer(library_texts(phrases), load_expressions(resources / "lexicon"))


def library_texts(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    """Return what the completer learns of the phrase library: all that is meant for reading."""
    return tuple(phrase.text for phrase in phrases if not phrase.spoken)


class Completer:
    """Learns and completes. Not for use by two threads at once."""

    def __init__(
        self, library: Sequence[str] = (), expressions: Sequence[str] = (), wording: Wording | None = None
    ) -> None:
        """Begin with the texts of the library and with fixed expressions, or with a wording sorted before."""
        self._wording = sorted_wording((), library, expressions) if wording is None else wording
        self._reports: dict[str, list[str]] = {}
        self._past: Corpus | None = None
        self._document = Recent(LONGEST_CONTEXT)
        self._paragraph = Recent(LONGEST_CONTEXT)
        self._seen = ""
        self._asked, self._offered = "", ""  # the last caret that was asked for, and what was offered there first
        self._declined: tuple[str, ...] = ()  # what does not follow there, since it was offered before
        self._predictor = Predictor()

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the past reports that were learned, the oldest first."""
        return tuple(self._reports)

    def learn(self, text: str, source: str = "") -> None:
        """Learn a past report by its name, or (no name) a finished paragraph of the present document.

        Texts under one name add up. Past reports are sorted at the next `prepare` or `complete`.
        """
        if source:
            self._reports.setdefault(source, []).append(text)
            self._past = None
            return
        for paragraph in text.splitlines():
            self._document.learn(paragraph.strip() + EDGE, before=EDGE)
        self._forget_paragraph()

    def forget(self, source: str) -> None:
        """Forget a past report; an unknown name changes nothing."""
        if self._reports.pop(source, None) is not None:
            self._past = None

    def unlearn(self, text: str) -> None:
        """Take back what `learn` learned of paragraphs of the present document, before they are learned anew."""
        for paragraph in text.splitlines():
            self._document.forget(paragraph.strip() + EDGE, before=EDGE)
        self._predictor.changed()

    def close_document(self) -> None:
        """Forget the present document, before the paragraphs of another one."""
        self._document.clear()
        self._forget_paragraph()

    def prepare(self) -> None:
        """Sort what was learned of past reports (300,000 characters: about half a second), for no key to wait."""
        if self._past is not None:
            return
        kept = latest(self._reports_in_full().values())
        for name in list(self._reports)[: len(self._reports) - len(kept)]:
            del self._reports[name]
        self._past = build_corpus(kept)
        known = self._wording
        learned = ((self._past, REPORTS), (known.past, REPORTS))
        self._predictor = Predictor(
            fixed=(*learned, (known.library, LIBRARY), (known.expressions, EXPRESSIONS)),
            growing=((self._document, DOCUMENT), (self._paragraph, PARAGRAPH)),
        )

    def complete(self, context: str, limit: int = 5, least: float = 0.0) -> tuple[Completion, ...]:
        """Return up to `limit` offers for a caret behind `context`, the text of its paragraph (or more) before it.

        The first is the one for ghost text; none is returned where its gain is less than `least` (`GHOST_GAIN` for what
        is shown unasked). The others are those that save most beside it. Each has at least two characters, no figure,
        and ends with its sentence at the latest. A first offer counts as shown: who types on by hand has declined it,
        and its rest is not offered again.
        """
        self.prepare()
        self._follow(context)
        self._typed_on(context)
        before = EDGE + anonymous(context[-_NEAR:]) if len(context) <= _NEAR else anonymous(context[-_NEAR:])
        found = {text: p for p, text in self._predictor.continuations(before)}
        for p, text in self._of_phrases(before):
            found[text] = max(p, found.get(text, 0.0))
        for rest in self._declined:
            found = without(found, rest)
        chosen = choose([(p, text) for text, p in found.items() if _balanced(before, text)], limit)
        if chosen and chosen[0][0] < least:
            chosen = []
        self._offered = chosen[0][1] if chosen else ""
        return tuple(Completion(text, round(gain, 4)) for gain, text in chosen)

    def _reports_in_full(self) -> dict[str, str]:
        return {name: EDGE.join(texts) for name, texts in self._reports.items()}

    def _forget_paragraph(self) -> None:
        self._paragraph.clear()
        self._seen = ""
        self._predictor.changed()

    def _follow(self, context: str) -> None:
        """Learn the finished clauses before the caret, which their own paragraph often repeats."""
        if not context.startswith(self._seen):
            self._forget_paragraph()
        if len(context) - len(self._seen) > _BACK:
            self._seen = context[:-_BACK]
        end = max(context.rfind(mark) for mark in _PAUSES) + 1
        if end > len(self._seen):
            before = self._seen[-LONGEST_CONTEXT:] or EDGE
            self._paragraph.learn(context[len(self._seen) : end], before)
            self._seen = context[:end]
            self._predictor.changed()

    def _typed_on(self, context: str) -> None:
        """Remember as declined what is left of offers that were typed on by hand."""
        typed = context[len(self._asked) :]
        if not context.startswith(self._asked):
            self._declined = ()
        elif typed:
            offers = (*self._declined, self._offered)
            rests = (offer[len(typed) :] for offer in offers if offer.startswith(typed))
            self._declined = tuple(rest for rest in rests if rest)
        self._asked = context

    def _of_phrases(self, before: str) -> list[tuple[float, str]]:
        """Return how library phrases go on that begin like the sentence at the caret, up to their first blank."""
        begun = before[max(before.rfind(mark) for mark in _STOPS) + 1 :]
        if len(begun) < BEGUN:
            return []
        rests: list[str] = []
        beginnings = self._wording.beginnings
        for place in range(bisect_left(beginnings, begun), len(beginnings)):
            if not beginnings[place].startswith(begun) or len(rests) > 20:
                break
            rests.append(beginnings[place][len(begun) :])
        return [(_TRUST / len(rests), rest) for rest in rests if len(rest) > 1]


def _balanced(before: str, text: str) -> bool:
    """Tell whether an offer closes no quotation and no bracket that is not open."""
    for opening, closing in _PAIRS:
        if closing in text:
            last = text.rfind(closing) + 1
            whole = before + text[:last]
            if whole.count(closing) > whole.count(opening):
                return False
    return True
