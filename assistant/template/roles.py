"""From the text of a heading to the role of its section."""

from dataclasses import dataclass, replace

from assistant.template.report import ReportTemplate

_CORE = ("problems", "causes", "next_steps")
"""Roles whose headings are combined with one another: 存在问题及原因, 不足与打算."""
_LONGEST = 30
"""Code points up to which a reduced heading may be known as a whole."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading's text says about its role.

    `role` is None where it says nothing; `sure` when it is a known heading as a whole, not just a hint in it; `covers`
    are the plain roles it stands for. `part` is the role it has as a sub-heading of a combined section. `last_year`: it
    names last year's assessment itself, as 抓上年度述职点评问题整改 does and 抓巡察整改 does not. `faint`: only a
    picture in it says so.
    """

    role: str | None
    sure: bool = False
    covers: frozenset[str] = frozenset()
    part: str | None = None
    last_year: bool = False
    faint: bool = False


class RoleReader:
    """Reads headings for one kind of report: its own headings first, then those all kinds share."""

    def __init__(self, template: ReportTemplate) -> None:
        self.vocabulary = template.vocabulary
        self.of_report = bool(template.sections)
        self._own: dict[str, str] = {}
        for section in template.sections:
            titles = (section.title, *section.aliases) if section.title else section.aliases
            self._own.update((self.vocabulary.reduced(title), section.role) for title in titles)
        kinds_own = {section.role for section in template.sections}
        # Integrity is a section of some kinds only; in the others it is a part of the work done.
        self._words = tuple(w for w in self.vocabulary.roles if w.role != "integrity" or "integrity" in kinds_own)
        self._foreign = frozenset({"integrity"} - kinds_own)

    def read(self, heading: str) -> Guess:
        """Return what a heading (without its number) says."""
        reduced = self.vocabulary.reduced(heading)
        known = self._whole(reduced) or self._joined(reduced)
        text = "".join(heading.split())
        if known is not None and known.role == "next_steps" and self.vocabulary.past.search(text):
            return Guess("main_work", sure=True, covers=frozenset({"main_work"}), part="main_work")
        if known is not None:
            return replace(known, last_year=self._of_last_year(known, text))
        hinted = [
            words.role
            for words in self._words
            if words.hint is not None and words.hint.search(words.ignore.sub("", text) if words.ignore else text)
        ]
        part = next((w.role for w in self._words if w.part is not None and w.part.search(text)), None)
        guess = self._choose(hinted)
        if guess.role in {None, "main_work"} and (meant := self._meant(text)) is not None:
            return Guess(meant, covers=frozenset({meant}), part=part, faint=True)
        last_year = self._of_last_year(guess, text)
        return Guess(guess.role, sure=False, covers=guess.covers, part=part, last_year=last_year)

    def _meant(self, text: str) -> str | None:
        """Return the role that a picture in a heading may mean."""
        return next((words.role for words in self._words if words.faint is not None and words.faint.search(text)), None)

    def _of_last_year(self, guess: Guess, text: str) -> bool:
        return guess.role == "rectification" and self.vocabulary.last_year.search(text) is not None

    def knows(self, heading: str) -> bool:
        """Tell whether a text as a whole is a known heading."""
        reduced = self.vocabulary.reduced(heading)
        return self._whole(reduced) is not None or self._joined(reduced) is not None

    def _whole(self, reduced: str) -> Guess | None:
        """Return what a reduced heading says that is known as a whole."""
        role = self._own.get(reduced) or self.vocabulary.known.get(reduced)
        if role is None and len(reduced) <= _LONGEST:
            whole = (w.role for w in self._words if w.whole is not None and w.whole.fullmatch(reduced))
            role = next(whole, None)
        if role is None or role in self._foreign:
            return None
        return Guess(role, sure=True, covers=frozenset(self.vocabulary.parts(role)), part=role)

    def _joined(self, reduced: str) -> Guess | None:
        """Return what a heading says that joins known ones: 存在的短板、原因剖析及2026年打算."""
        pieces = [piece for piece in reduced.split("及") if piece]
        guesses = [guess for piece in pieces if (guess := self._whole(piece)) is not None]
        if len(pieces) < 2 or len(guesses) < len(pieces):
            return None
        covers = frozenset[str]().union(*(guess.covers for guess in guesses))
        first = guesses[0].role
        if len(covers) == 1:
            return Guess(first, sure=True, covers=covers, part=first)
        role = self._combined(covers)
        if role is None and covers <= {"main_work", "highlights", "integrity", "rectification"}:
            role = "main_work" if "main_work" in covers else first
        return None if role is None else Guess(role, sure=True, covers=covers, part=role)

    def _combined(self, covers: frozenset[str]) -> str | None:
        """Return the combined role that stands for all of these, as far as their number allows."""
        core = frozenset(role for role in _CORE if role in covers)
        if core != covers:
            return None
        fitting = [combined for combined in self.vocabulary.combined if core.issuperset(combined.parts)]
        return fitting[-1].role if fitting else None

    def _choose(self, hinted: list[str]) -> Guess:
        if not hinted:
            return Guess(None)
        if "rectification" in hinted:
            return Guess("rectification", covers=frozenset({"rectification"}))
        core = frozenset(role for role in _CORE if role in hinted)
        if not core:
            return Guess(hinted[0], covers=frozenset({hinted[0]}))
        combined = self._combined(core)
        if combined is not None:
            return Guess(combined, covers=core)
        role = "next_steps" if "next_steps" in core else next(iter(core))
        return Guess(role, covers=core)
