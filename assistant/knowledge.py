"""What the program knows: its resources and the user's own material, each part loaded when it is first needed."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.phrases.material import Material
from assistant.phrases.phrase import Phrase
from assistant.template.report import ReportTemplate, load_templates

if TYPE_CHECKING:
    from assistant.checks.rule_set import RuleSet
    from assistant.phrases.index import PhraseIndex
    from assistant.phrases.topics import Vocabulary


@dataclass(frozen=True)
class Knowledge:
    """What the program knows, built once: report kinds, rules, and, from the first time they are needed, phrases."""

    templates: tuple["ReportTemplate", ...]
    rules: "RuleSet"
    folder: Path
    material: Material = field(default_factory=Material)

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The topics and fields of the phrase library."""
        from assistant.phrases.topics import load_vocabulary

        return load_vocabulary(self.folder)

    def expected_topics(self, kind: str, variant: str) -> tuple[str, ...]:
        """Return the topics that a unit with this variant of a kind is expected to speak of, () where none are."""
        return next((one.as_variant(variant).topics for one in self.templates if one.id == kind), ())

    @cached_property
    def library(self) -> tuple[Phrase, ...]:
        """The bundled phrases."""
        from assistant.phrases.library import load_phrases

        return load_phrases(self.folder)

    @cached_property
    def phrases(self) -> "PhraseIndex":
        """All phrases with their index; the first findings of a file need not wait for it."""
        from assistant.phrases.index import build_index
        from assistant.phrases.pinyin import load_readings

        readings = load_readings(self.folder.parent / "lexicon")
        return build_index((*self.library, *self.material.phrases), self.vocabulary, readings)

    def with_material(self, material: Material) -> "Knowledge":
        """Return the same knowledge with other material of the user's; what is loaded is not loaded again."""
        known = replace(self, material=material)
        kept = {"vocabulary", "library"}
        if material.phrases == self.material.phrases:  # only stars have changed
            kept.add("phrases")
        known.__dict__.update({name: value for name, value in self.__dict__.items() if name in kept})
        return known

    def at_first_sight(self) -> "Knowledge":
        """Return the knowledge without what takes longest: a text is shown with it, all else follows."""
        return replace(self, rules=self.rules.at_first_sight())

    def role_titles(self) -> dict[str, str]:
        """Return the Chinese name of every section role."""
        return {section.role: section.name for template in self.templates for section in template.sections}


def load_knowledge(folder: Path, templates: tuple[ReportTemplate, ...] | None = None) -> Knowledge:
    """Read the bundled resources, the `templates` only where they aren't there yet; raises ResourceError."""
    from assistant.checks.loader import load_rules
    from assistant.paths import data_folder

    return Knowledge(
        templates or load_templates(folder / "templates"),
        load_rules(folder / "rules", data_folder()),
        folder / "phrases",
    )
