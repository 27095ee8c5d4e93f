"""What the worker process answers to each job; it holds what it is `knowing` and the memo of findings.

A file that is opened at the start waits for this process: what serves other jobs is imported where it is used.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import jobs
from assistant.analysis import Analysis, Focus, analyse, heading_levels, outlined
from assistant.answers import Answer, Ready, Sorted
from assistant.beginning import begun, copied
from assistant.corrections import CompareVersions, Text, corrected, corrections_in, versions_compared
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.restoring import restored
from assistant.errands import ERRANDS
from assistant.errors import AssistantError
from assistant.formats.disk import read_file
from assistant.formats.opening import open_bytes
from assistant.knowing import Knowing
from assistant.looking_back import BeginFrom, LookingBack
from assistant.session import (
    OpenedFile,
    author_for,
    backup_place,
    convert_file,
    new_file,
    open_file,
    recover,
    save_file,
)

if TYPE_CHECKING:
    from assistant.checks.engine import Memo, Pause
    from assistant.checks.rule_set import RuleSet
    from assistant.checks.switches import RuleBook
    from assistant.description import Description
    from assistant.formats.layout import Layout
    from assistant.learning import PastFile
    from assistant.overview import LookOver, Overview

MEMO_LIMIT = 20_000
"""Paragraph texts remembered before the memo starts afresh; a long writing day leaves a few thousand."""

LONG = 800
"""Paragraphs from which a text is shown with its outline at once and its findings follow; a report has a tenth."""

LAYOUT = "gongwen.toml"
"""The layout profile of new paragraphs that have no model in the file."""


class Worker:
    """Answers jobs one after the other."""

    def __init__(self, resources: Path, data_folder: Path, pause: "Pause | None" = None) -> None:
        """Nothing is loaded before the first job; a check asks `pause` again and again whether to go on."""
        self._pause = pause or _go_on
        self._resources = resources
        self._data_folder = data_folder
        self._knowing = Knowing(resources)
        self._memo: Memo = {}
        self._warm = False
        self._ahead_of: RuleSet | None = None
        self._ahead: Iterator[None] = iter(())
        self._back = LookingBack(resources)
        self._answers = self._table()

    def answer(self, job: jobs.Job) -> Answer:
        """Do one job."""
        return self._answers[type(job).__name__](job)

    def _table(self) -> dict[str, Callable[[Any], Answer]]:
        """Return what is done for every kind of job, by its name: to name some by their class would load them."""
        return {
            "Analyse": lambda job: self._analyse(job.document, job.context, job.focus),
            "Open": lambda job: self._ready(open_file(job.path), job.context),
            "Convert": lambda job: self._ready(convert_file(job.path), job.context),
            "Sample": lambda job: self._ready(new_file(read_file(self._resources / "sample.docx")), job.context),
            "New": lambda job: self._new(job.context),
            "Recover": self._recover,
            "Save": self._save,
            "ListCorrections": lambda job: corrections_in(self._text(job.file, job.document, Context())),
            "Correct": self._correct,
            "ListRules": lambda _: self._knowing.rule_book(),
            "TakeFormulations": self._take_formulations,
            "ReadPast": self._read_past,
            "SortWording": self._sort_wording,
            "LookOver": self._look_over,
            "Describe": self._describe,
            "Copy": lambda job: self._copy(job.document, job.context),
            "Export": self._export,
            "BeginFrom": self._begin_from,
            "ListPending": self._back.answer,
            "ReadTexts": self._back.answer,
            "FindOverlap": self._back.answer,
            "UsePhrases": self._knowing.use_phrases,
            "UsePast": self._knowing.use_past,
            **ERRANDS,
        }

    def _recover(self, job: jobs.Recover) -> Ready:
        file, document = recover(job.draft)
        return self._ready(file, job.draft.context, document)

    def _correct(self, job: jobs.Correct) -> Ready:
        if isinstance(job.correction, CompareVersions):
            older, newer = (
                self._text(job.file, restored(job.document, version), job.context)
                for version in (job.correction.older, job.correction.newer)
            )
            return self._ready(versions_compared(older, newer, job.correction.author), job.context)
        file = corrected(self._text(job.file, job.document, job.context), job.correction)
        return self._ready(file, job.context)

    def _begin_from(self, job: BeginFrom) -> Ready:
        file, document, context = self._back.begin(job, self._knowing.templates)
        return self._ready(file, context, document)

    def _take_formulations(self, job: jobs.TakeFormulations) -> "RuleBook":
        book = self._knowing.take_formulations(job)
        self._memo.clear()
        return book

    def _read_past(self, job: jobs.ReadPast) -> "PastFile":
        from assistant.learning import read_past

        return read_past(job.path, self._knowing.templates)

    def _look_over(self, job: "LookOver") -> "Overview":
        from assistant.overview import overview

        return overview(job.document, self._knowing.knowledge, job.context)

    def _describe(self, job: jobs.Describe) -> "Description":
        from assistant.description import describe

        return describe(job.document, self._knowing.templates, job.context)

    def _sort_wording(self, job: jobs.SortWording) -> Sorted:
        from assistant.learning import write_wording

        write_wording(job.reports, self._resources, job.path, job.key)
        return Sorted(job.key)

    def _text(self, file: OpenedFile, document: Document, context: Context) -> Text:
        return Text(file, document, self._levels(document, context), self._layout(), self._blank())

    def _levels(self, document: Document, context: Context) -> dict[str, int]:
        from assistant.template.structure import recognise

        return heading_levels(document, recognise(document, self._knowing.templates, context))

    def _layout(self) -> "Layout":
        from assistant.formats.layout import load_layout

        return load_layout(self._resources / "layouts" / LAYOUT)

    def _blank(self) -> bytes:
        return read_file(self._resources / "blank.docx")

    def prepare(self) -> None:
        """Load what the first file will need, while the user still chooses it; `pause` may break it off."""
        with suppress(AssistantError):  # the first job will say it
            self._pause(kept=True)
            sample = open_bytes(read_file(self._resources / "sample.docx"), "sample.docx").document
            self._analyse(sample, Context(), Focus())
            self._pause(kept=True)
            self._knowing.knowledge.phrases.search(())

    def get_ahead(self) -> None:
        """Do what later checks would do at their first text; `pause` may break it off, to be gone on with."""
        rules = self._knowing.knowledge.rules if self._warm else None
        if rules is not self._ahead_of:
            self._ahead_of, self._ahead = rules, rules.screen.made_ready() if rules else iter(())
        for _ in self._ahead:
            self._pause(kept=True)

    def _analyse(self, document: Document, context: Context, focus: Focus) -> Analysis:
        # A text longer than the limit must not be checked anew at every key.
        if len(self._memo) > max(MEMO_LIMIT, 2 * len(document.blocks)):
            self._memo.clear()
        analysis = analyse(document, self._knowing.knowledge, context, focus, self._memo, pause=self._pause)
        self._warm = True
        return analysis

    def _ready(self, file: OpenedFile, context: Context, document: Document | None = None) -> Ready:
        document = file.opened.document if document is None else document
        # No focus: suggestions follow once the caret stands in the text; the first findings don't wait for the phrases.
        if len(document.blocks) > LONG:
            return Ready(file, document, outlined(document, self._knowing.templates, context), context)
        if self._warm:
            return Ready(file, document, self._analyse(document, context, Focus()), context)
        return Ready(
            file, document, analyse(document, self._knowing.knowledge.at_first_sight(), context, Focus()), context
        )

    def _new(self, context: Context) -> Ready:
        file = new_file(self._blank())
        return self._ready(file, context, begun(self._knowing.templates, context, file.opened.document.layout))

    def _copy(self, document: Document, context: Context) -> Ready:
        file = new_file(self._blank())
        return self._ready(file, context, copied(document, file.opened.document.layout))

    def _export(self, job: jobs.Export) -> OpenedFile:
        if isinstance(job.text, Document):
            ready = self._copy(job.text, Context())
            file, document, context = ready.file, ready.document, ready.context
        else:
            file, document = recover(job.text)
            context = job.text.context
        loose = replace(file, path=None, sha256=None)
        return self._save(jobs.Save(loose, document, context, job.path, replace_changed=job.replace))

    def _save(self, job: jobs.Save) -> OpenedFile:
        return save_file(
            job.file,
            job.document,
            self._levels(job.document, job.context),
            job.path,
            blank=self._blank(),
            layout=self._layout(),
            backup=backup_place(self._data_folder, job.path),
            replace_changed=job.replace_changed,
            replace_open=job.replace_open,
            author=job.author or author_for(job.file, job.writer),
        )


def _go_on(*, kept: bool) -> None:
    """Never break a check off."""
