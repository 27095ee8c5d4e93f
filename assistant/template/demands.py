"""What the notice demands lies over every built-in default: report kinds with its sections, needs and order."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.document.requirements import Requirements
from assistant.template.report import ReportTemplate, SectionTemplate


def demanded(templates: Sequence[ReportTemplate], requirements: Requirements) -> tuple[ReportTemplate, ...]:
    """Return the report kinds as the notice wants them; unchanged where it says nothing about sections.

    Sections stand in the order of the notice. A section it wants and a kind has not is borrowed from the first kind
    that has it; a section of a kind that it doesn't name keeps its place behind the one before it, and its need.
    Applying the same demands twice changes nothing.
    """
    if not requirements.sections:
        return tuple(templates)
    return tuple(_demanded(template, templates, requirements) for template in templates)


def _demanded(
    template: ReportTemplate, templates: Sequence[ReportTemplate], requirements: Requirements
) -> ReportTemplate:
    if not template.sections:
        return template
    variants = tuple(_demanded(variant, templates, requirements) for variant in template.variants)
    return replace(template, sections=_sections(template, templates, requirements), variants=variants)


def _sections(
    template: ReportTemplate, templates: Sequence[ReportTemplate], requirements: Requirements
) -> tuple[SectionTemplate, ...]:
    chosen: list[SectionTemplate] = []
    for demand in requirements.sections:
        section = template.section(demand.role)
        if section is None and demand.need != "optional":
            section = _borrowed(demand.role, templates)
        if section is not None and all(other.role != demand.role for other in chosen):
            chosen.append(replace(section, need=demand.need))
    before = ""
    for section in template.sections:
        roles = [other.role for other in chosen]
        if section.role not in roles:
            chosen.insert(roles.index(before) + 1 if before else 0, section)
        before = section.role
    return tuple(replace(section, order=i) for i, section in enumerate(chosen))


def _borrowed(role: str, templates: Sequence[ReportTemplate]) -> SectionTemplate | None:
    return next((section for other in templates if (section := other.section(role)) is not None), None)
