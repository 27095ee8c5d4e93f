"""Parts of a report by role, for rules about sections: where they are, what they say, how long they are."""

from collections.abc import Iterable, Iterator

from assistant.checks.rule import Survey
from assistant.document.block import Document
from assistant.document.outline import Report, Section
from assistant.text.counting import count_words


def every(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections with all below them, in reading order."""
    for section in sections:
        yield section
        yield from every(section.children)


def stands_for(section: Section, role: str) -> bool:
    """Tell whether a section has a role, alone or joined with others (`problems_causes` has problems and causes)."""
    return section.role == role or f"_{role}" in section.role or section.role.startswith(f"{role}_")


def outermost(sections: Iterable[Section], roles: frozenset[str]) -> Iterator[Section]:
    """Yield the outermost sections that have one of the roles; none of them lies in another."""
    for section in sections:
        if any(stands_for(section, role) for role in roles):
            yield section
        else:
            yield from outermost(section.children, roles)


def lines_of(survey: Survey, report: Report) -> Iterator[tuple[int, str]]:
    """Yield position and text of each paragraph of a report."""
    for index in range(report.first, report.last + 1):
        block = survey.document.blocks[index]
        if block.opaque is None:
            yield index, block.text


def text_of(document: Document, part: Section | Report) -> str:
    """Return all that stands in a section or report, headings included, one paragraph per line."""
    return "\n".join(block.text for block in document.blocks[part.first : part.last + 1])


def words_of(survey: Survey, part: Section | Report) -> int:
    """Return the 字数 of a section or a whole report."""
    return sum(count_words(block.text) for block in survey.document.blocks[part.first : part.last + 1])


def body_of(survey: Survey, section: Section) -> list[str]:
    """Return the paragraphs of a section without its headings; of a run-in heading's paragraph, what follows it."""
    ends = {part.heading.index: part.heading.end for part in every((section,)) if part.heading is not None}
    lines = []
    for index in range(section.first, section.last + 1):
        block = survey.document.blocks[index]
        text = block.text[ends.get(index, 0) :].strip(" \t\u3000。：:.")
        if text or block.opaque is not None:
            lines.append(text)
    return lines
