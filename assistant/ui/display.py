"""Shows an analysis: shapes and marks in the text, outline, findings, suggestions, figures."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QTextBlock

from assistant.analysis import Analysis
from assistant.checks.rule import CLASSES, Finding, Level
from assistant.document.block import Document
from assistant.document.outline import Report, Section
from assistant.phrases.blanks import find_blanks
from assistant.template.demands import demanded
from assistant.template.kinds import SEPARATOR
from assistant.template.report import OTHER_KIND, ReportTemplate
from assistant.text.counting import count_words, speaking_minutes
from assistant.ui.editor.marking import BlockMarks, Mark, marks_of
from assistant.ui.editor.text_bridge import Picture
from assistant.ui.editor.utf16 import to_units
from assistant.ui.main_window import PROGRAM, MainWindow
from assistant.ui.models.outline_building import outline
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.panels.status_bar import Counts
from assistant.ui.work import BLANK_RULE, Work

SPECIAL_LOOKS = frozenset({"title", "byline", "salutation", "signature"})

COUNTED = 20_000
"""Paragraphs whose 字数 are remembered; fewer than a text has would be none at all."""


class Display:
    """Puts what is known about the work into the window."""

    def __init__(self, window: MainWindow, templates: tuple[ReportTemplate, ...], speed: int) -> None:
        """`speed` is 字 a minute when speaking."""
        self._window = window
        self._kinds = {template.id: template for template in templates}
        self._speed = speed
        self._count = lru_cache(maxsize=COUNTED)(count_words)

    def show(self, work: Work, picture: Picture) -> None:
        """Show everything anew for the work's analysis, which is about `picture`."""
        editor = self._window.editor
        if editor.bridge.picture().document == picture.document:
            looks = looks_of(picture.document, work.analysis.reports)
            editor.show_looks(
                {picture.numbers[picture.by_id[name]]: key for name, key in looks.items() if key != "cell"}
            )
            self._mark(work, picture)
        self.show_panels(work, picture.document)

    def show_panels(self, work: Work, document: Document) -> None:
        """Show outline, findings, suggestions and figures."""
        window, analysis = self._window, work.analysis
        shown = work.shown()
        asked = work.context.requirements
        kinds = {kind.id: kind for kind in demanded(tuple(self._kinds.values()), asked)}
        limit = asked.most or None
        window.outline.show_outline(outline(document, analysis.reports, shown, kinds, self._count, limit=limit))
        self.show_kind(analysis)
        window.findings.set_mode(errors_only=work.calm)
        texts = {block.id: block.text for block in document.blocks}
        classes = CLASSES if analysis.checked else ()
        window.findings.show_findings(work.listed(), classes, texts)
        window.side.set_count(len(shown))
        window.suggestions.show_suggestions(self.role_name(analysis), analysis.suggestions, analysis.problem)
        self.show_counts(work, document)
        self._fill_sections(analysis, kinds)

    def show_kind(self, analysis: Analysis) -> None:
        """Show which kind the report under the caret is taken for."""
        known = sorted(self._kinds.values(), key=lambda kind: kind.id == OTHER_KIND)  # what is no report stands last
        offered = [(kind.id, kind.title) for kind in known]
        number = self._window.outline.report
        report = analysis.reports[min(number, len(analysis.reports) - 1)] if analysis.reports else None
        kind = self._kinds.get(report.kind) if report is not None else None
        if report is None or kind is None:
            self._window.outline.kinds.set_kinds(offered, "")
            return
        variants = [(f"{kind.id}{SEPARATOR}{one.variant}", one.variant_title) for one in kind.variants]
        now = f"{kind.id}{SEPARATOR}{report.variant}" if report.variant else ""
        self._window.outline.kinds.set_kinds(offered, kind.id, variants, now, several=len(analysis.reports) > 1)

    def show_counts(self, work: Work, document: Document) -> None:
        """Show the figures of the status bar."""
        words = sum(self._count(block.text) for block in document.blocks)
        asked = work.context.requirements
        speed = asked.speed if asked.asked else self._speed
        shown = work.shown()
        levels = [finding.level for finding in shown]
        cursor = self._window.editor.textCursor()
        selected = count_words(cursor.selectedText().replace("\u2029", "\n")) if cursor.hasSelection() else 0
        self._window.status.show_counts(
            Counts(
                words=words,
                minutes=round(speaking_minutes(words, speed)),
                selected=selected,
                blank=sum(len(find_blanks(block.text)) for block in document.blocks if "【" in block.text),
                error=levels.count(Level.ERROR),
                suspect=levels.count(Level.SUSPECT),
                hint=levels.count(Level.HINT),
            )
        )

    def show_title(self, work: Work | None) -> None:
        """Show the name of the work in the title bar, with a dot while no file holds it."""
        if work is None:
            self._window.setWindowTitle(PROGRAM)
            return
        unsaved = self._window.editor.document().isModified() or work.file.path is None
        self._window.setWindowTitle(f"{work.title}{' •' if unsaved else ''} — {PROGRAM}")

    def role_name(self, analysis: Analysis) -> str:
        """Return what the section under the caret is called."""
        for kind in self._kinds.values():
            section = kind.section(analysis.role)
            if section is not None:
                return section.name
        return ROLE_TITLES.get(analysis.role, "")

    def _fill_sections(self, analysis: Analysis, kinds: Mapping[str, ReportTemplate]) -> None:
        menu = self._window.sections_menu
        menu.clear()
        for number, report in enumerate(analysis.reports):
            template = kinds.get(report.kind)
            for role in report.missing:
                section = template.section(role) if template is not None else None
                if section is None:
                    continue
                name = section.name if len(analysis.reports) == 1 else f"{report.title}：{section.name}"
                menu.addAction(name, lambda r=role, n=number: self._window.outline.section_wanted.emit(r, n))
        if menu.isEmpty():
            menu.addAction("各部分都有了").setEnabled(False)

    def _mark(self, work: Work, picture: Picture) -> None:
        """Lay the findings on the text; only paragraphs whose marks changed are painted anew."""
        by_block: dict[str, list[Finding]] = {}
        for finding in work.shown():
            if finding.span is not None and finding.rule != BLANK_RULE:  # the page shows blanks as such
                by_block.setdefault(finding.span.block, []).append(finding)
        editor = self._window.editor
        changed = []
        for block, number in zip(picture.document.blocks, picture.numbers, strict=True):
            text_block = editor.document().findBlockByNumber(number)
            if block.id not in by_block and text_block.userData() is None:
                continue
            text = text_block.text()
            marks = tuple(
                Mark(to_units(text, f.span.start), to_units(text, f.span.end), f.level, f)
                for f in by_block.get(block.id, ())
                if f.span is not None
            )
            before = marks_of(text_block)
            if marks or before:
                text_block.setUserData(BlockMarks(text, marks))
            if _lines(before) != _lines(marks):
                changed.append(text_block)
        editor.rehighlight(changed)

    def mark_at(self, block: QTextBlock, position: int) -> Mark | None:
        """Return the loudest mark at a Qt position."""
        offset = position - block.position()
        here = [mark for mark in marks_of(block) if mark.start <= offset <= mark.end]
        return max(here, key=lambda mark: mark.level, default=None)


def looks_of(document: Document, reports: tuple[Report, ...]) -> dict[str, str]:
    """Return the look key of every block: title, byline, salutation, signature, cell or body."""
    looks = {block.id: "cell" if block.container else "body" for block in document.blocks}
    for report in reports:
        for heading in report.headings:
            if heading.level == 0 and looks[heading.block] == "body":
                looks[heading.block] = "title"
        for section in _flat(report.sections):
            if section.role in SPECIAL_LOOKS:
                for block in document.blocks[section.first : section.last + 1]:
                    if looks[block.id] == "body":
                        looks[block.id] = section.role
    for block in document.blocks:
        if block.opaque is not None:
            looks[block.id] = "body"
    return looks


def _flat(sections: tuple[Section, ...]) -> list[Section]:
    return [inner for section in sections for inner in (section, *_flat(section.children))]


def _lines(marks: tuple[Mark, ...]) -> list[tuple[int, int, Level]]:
    return [(mark.start, mark.end, mark.level) for mark in marks]
