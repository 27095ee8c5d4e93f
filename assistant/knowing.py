"""What the worker process knows at the moment: read when it is first asked for, with what it was told since."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import jobs
from assistant.knowledge import Knowledge, load_knowledge
from assistant.phrases.material import Material
from assistant.phrases.phrase import Phrase
from assistant.template.report import ReportTemplate, load_templates

if TYPE_CHECKING:
    from assistant.checks.switches import RuleBook


class Knowing:
    """Holds the `knowledge`; every job that changes it puts another one in its place."""

    def __init__(self, resources: Path) -> None:
        """Nothing is read yet."""
        self._resources = resources
        self._knowledge: Knowledge | None = None
        self._past: tuple[Phrase, ...] = ()

    @cached_property
    def templates(self) -> tuple[ReportTemplate, ...]:
        """The kinds of reports: all that an outline needs, long before the rules are there."""
        return load_templates(self._resources / "templates")

    @property
    def knowledge(self) -> Knowledge:
        """All that is known."""
        if self._knowledge is None:
            self._knowledge = load_knowledge(self._resources, self.templates)
        return self._knowledge

    def use_phrases(self, job: jobs.UsePhrases) -> Material:
        """Know the user's own phrases."""
        return self._use(replace(self.knowledge.material, own=job.own))

    def use_past(self, job: jobs.UsePast) -> Material:
        """Know sentences of past reports, once the last of them is there."""
        from assistant.phrases.past import past_phrases

        known = self.knowledge
        before = () if job.first else self._past
        self._past = past_phrases(job.texts, known.templates, known.vocabulary, before)
        return self._use(replace(known.material, past=self._past)) if job.last else known.material

    def _use(self, material: Material) -> Material:
        self._knowledge = self.knowledge.with_material(material)
        return material

    def rule_book(self) -> "RuleBook":
        """Return every rule, as the user switches them."""
        from assistant.checks.switches import RuleBook, cards_of

        rules = self.knowledge.rules
        return RuleBook(cards_of(rules), rules.updated)

    def take_formulations(self, job: jobs.TakeFormulations) -> "RuleBook":
        """Know a newer file of dated formulations; what was found by the older one no longer counts."""
        from assistant.newer_data import take_newer
        from assistant.paths import data_folder

        known = self.knowledge
        take_newer(job.path, known.rules.updated, data_folder())
        self._knowledge = load_knowledge(self._resources, self.templates).with_material(known.material)
        return self.rule_book()
