"""From the text of a heading to the role of its section."""

from dataclasses import dataclass

from assistant.template.report import ReportTemplate

_CORE = ("problems", "causes", "next_steps")
"""Roles whose headings are combined with one another: 存在问题及原因, 不足与打算."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading's text says about its role.

    `role` is None where it says nothing; `sure` when it is a known heading as a whole, not just a hint in it; `covers`
    are the plain roles it stands for. `part` is the role it has as a sub-heading of a combined section.
    """

    role: str | None
    sure: bool = False
    covers: frozenset[str] = frozenset()
    part: str | None = None


class RoleReader:
    """Reads headings for one kind of report: its own headings first, then those all kinds share."""

    def __init__(self, template: ReportTemplate) -> None:
        self._vocabulary = template.vocabulary
        self._known: dict[str, str] = {}
        for words in self._vocabulary.roles:
            self._known.update(dict.fromkeys(words.aliases, words.role))
        for section in template.sections:
            titles = (section.title, *section.aliases) if section.title else section.aliases
            self._known.update((self._vocabulary.reduced(title), section.role) for title in titles)
        kinds_own = {section.role for section in template.sections}
        # Integrity is a section of some kinds only; in the others it is a part of the work done.
        self._words = tuple(w for w in self._vocabulary.roles if w.role != "integrity" or "integrity" in kinds_own)
        self._foreign = frozenset({"integrity"} - kinds_own)

    def read(self, heading: str) -> Guess:
        """Return what a heading (without its number) says."""
        role = self._known.get(self._vocabulary.reduced(heading))
        if role is not None and role not in self._foreign:
            return Guess(role, sure=True, covers=frozenset(self._vocabulary.parts(role)), part=role)
        text = "".join(heading.split())
        hinted = [
            words.role
            for words in self._words
            if words.hint is not None and words.hint.search(words.ignore.sub("", text) if words.ignore else text)
        ]
        part = next((w.role for w in self._words if w.part is not None and w.part.search(text)), None)
        guess = self._choose(hinted)
        return Guess(guess.role, sure=False, covers=guess.covers, part=part)

    def _choose(self, hinted: list[str]) -> Guess:
        if not hinted:
            return Guess(None)
        if "rectification" in hinted:
            return Guess("rectification", covers=frozenset({"rectification"}))
        core = frozenset(role for role in _CORE if role in hinted)
        if not core:
            return Guess(hinted[0], covers=frozenset({hinted[0]}))
        fitting = [combined for combined in self._vocabulary.combined if core.issuperset(combined.parts)]
        if fitting:
            return Guess(fitting[-1].role, covers=core)
        role = "next_steps" if "next_steps" in core else next(iter(core))
        return Guess(role, covers=core)
