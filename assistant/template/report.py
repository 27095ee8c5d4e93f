"""Report kinds as data: sections, their headings and order, and how a kind is recognised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.document.outline import ROLES
from assistant.errors import ResourceError
from assistant.template.toml import Fields, load, wrong
from assistant.template.variants import SectionChange, Variant, load_variants
from assistant.template.vocabulary import Vocabulary, load_vocabulary

NEEDS = ("required", "expected", "optional")
DEFAULT_KIND = "grassroots-party-building"
"""The kind of a text that gives no hint of another: the program's main subject."""

OTHER_KIND = "other"
"""The kind of a text that is no duty report: it alone has no sections."""

VARIANTS = "variants"
"""The folder of the variants, beside the kinds."""

_COMMON = "common.toml"


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """One section of a kind.

    `title` is the standard heading for insertion (without number; empty for parts that need none), `aliases` further
    headings that mean this section, `order` its place in the report. `skeleton` holds the lines to insert, with blanks
    `【…】` and no facts. `share` is the advised part of the whole text (0: no advice). `evidence` finds the section in
    headings or paragraphs elsewhere: what it matches is there, though not under a heading of its own. A section with
    `asked` is missed only where the title, or what is said before the first heading, asks for it.
    """

    role: str
    title: str
    name: str
    aliases: tuple[str, ...]
    need: str
    order: int
    skeleton: tuple[str, ...]
    share: float = 0.0
    evidence: re.Pattern[str] | None = None
    asked: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """One kind of report.

    `title` names the kind for the user; `heading` is the title of a new report with blanks (【单位】【职务】【年度】).
    `in_title` recognises the kind, else `plain` (a title that names an office and no word of the Party), else
    `in_opening`; of several that match, the highest `priority` wins. Where all are silent, `in_headings` does, then
    `lacking`: no word of it stands in the whole text. `characters` and `minutes` are advised (least, most). A kind
    without sections is no duty report; nothing is missing in it. `variants` are the same kind as certain units write
    it, each recognised by its `words`; `topics` (keys of the phrase library) are what such a unit is expected to speak
    of.
    """

    id: str
    title: str
    heading: str
    priority: int
    in_title: re.Pattern[str] | None
    in_opening: re.Pattern[str] | None
    sections: tuple[SectionTemplate, ...]
    characters: tuple[int, int]
    minutes: tuple[int, int]
    vocabulary: Vocabulary
    in_headings: re.Pattern[str] | None = None
    lacking: re.Pattern[str] | None = None
    plain: re.Pattern[str] | None = None
    variant: str = ""
    variant_title: str = ""
    words: re.Pattern[str] | None = None
    topics: tuple[str, ...] = ()
    variants: tuple["ReportTemplate", ...] = ()

    def section(self, role: str) -> SectionTemplate | None:
        """Return the section of that role, None where the kind has none."""
        return next((section for section in self.sections if section.role == role), None)

    def as_variant(self, variant: str) -> "ReportTemplate":
        """Return the kind as a variant has it, itself where it has no such variant."""
        return next((one for one in self.variants if one.variant == variant), self)

    @property
    def needed(self) -> tuple[str, ...]:
        """Roles of required and expected sections, in order."""
        return tuple(section.role for section in self.sections if section.need != "optional")


def load_templates(folder: Path) -> tuple[ReportTemplate, ...]:
    """Read every report kind of a folder (`*.toml`; `common.toml` holds the words they share), with variants.

    The default kind comes first, the others by file name. Raises ResourceError naming file and key.
    """
    vocabulary = load_vocabulary(folder / _COMMON)
    files = sorted(path for path in folder.glob("*.toml") if path.name != _COMMON)
    if not files:
        raise ResourceError("报告类型数据缺失，正文没有受影响，请重新安装程序。", f"no report kind in {folder.name}")
    templates = [_template(path, vocabulary) for path in files]
    variants = load_variants(folder / VARIANTS, {template.id for template in templates})
    in_order = sorted(templates, key=lambda template: template.id != DEFAULT_KIND)
    return tuple(_with_variants(template, variants) for template in in_order)


def _template(path: Path, vocabulary: Vocabulary) -> ReportTemplate:
    fields = load(path)
    recognise = fields.table("recognise")
    other = path.stem == OTHER_KIND
    template = ReportTemplate(
        id=fields.text("id"),
        title=fields.text("title"),
        heading=fields.text("heading"),
        priority=recognise.number("priority", 0),
        in_title=recognise.pattern("title"),
        in_opening=recognise.pattern("opening"),
        sections=tuple(_section(section, i) for i, section in enumerate(fields.tables("section", empty=other))),
        characters=fields.range("characters"),
        minutes=fields.range("minutes"),
        vocabulary=vocabulary,
        in_headings=recognise.pattern("headings"),
        lacking=recognise.pattern("lacking"),
        plain=recognise.pattern("plain"),
    )
    recognise.done()
    fields.done()
    if template.id != path.stem:
        raise wrong(path.name, "id", f"{template.id!r} is not the file's name")
    roles = [section.role for section in template.sections]
    if len(set(roles)) != len(roles):
        raise wrong(path.name, "section", "a role stands twice")
    return template


def _section(fields: Fields, order: int) -> SectionTemplate:
    section = SectionTemplate(
        role=fields.choice("role", ROLES),
        title=fields.text("title", ""),
        name=fields.text("name"),
        aliases=fields.texts("aliases"),
        need=fields.choice("need", NEEDS),
        order=order,
        skeleton=fields.texts("skeleton"),
        share=fields.fraction("share", 0.0),
        evidence=fields.pattern("evidence"),
        asked=fields.pattern("asked"),
    )
    fields.done()
    return section


def _with_variants(kind: ReportTemplate, variants: Sequence[Variant]) -> ReportTemplate:
    return replace(kind, variants=tuple(_as_variant(kind, one) for one in variants if kind.id in one.of))


def _as_variant(kind: ReportTemplate, variant: Variant) -> ReportTemplate:
    """Return the kind with what a variant changes."""
    changes = {change.role: change for change in variant.sections}
    return replace(
        kind,
        variant=variant.id,
        variant_title=variant.title,
        words=variant.words,
        priority=variant.priority,
        topics=variant.topics,
        characters=variant.characters or kind.characters,
        minutes=variant.minutes or kind.minutes,
        sections=tuple(_changed(section, changes.get(section.role)) for section in kind.sections),
    )


def _changed(section: SectionTemplate, change: SectionChange | None) -> SectionTemplate:
    if change is None:
        return section
    return replace(
        section,
        need=change.need or section.need,
        aliases=(*section.aliases, *change.aliases),
        share=change.share or section.share,
        skeleton=change.skeleton or section.skeleton,
    )
