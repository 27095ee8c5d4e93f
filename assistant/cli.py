"""The command line: the same core as the window, without Qt. Exit codes: 0 fine, 1 findings, 2 could not run."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from assistant.arguments import BadUsage, parse
from assistant.errors import AssistantError
from assistant.terminal import FAILED, FINE, FOUND, Outcome, run
from assistant.writing import write

if TYPE_CHECKING:
    from assistant.analysis import Analysis
    from assistant.document.block import Document
    from assistant.document.context import Context
    from assistant.knowledge import Knowledge
    from assistant.session import OpenedFile
    from assistant.template.report import ReportTemplate


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; what goes wrong is one Chinese sentence on stderr."""
    arguments = sys.argv[1:] if argv is None else argv

    def command() -> tuple[Outcome, bool]:
        options = parse(arguments)
        return COMMANDS[options.command](options), options.json

    return run(command, debug="--debug" in arguments)


def show_in_terminal(argv: list[str]) -> int:
    """Print outline, missing sections and findings of the file named, or of the bundled sample; 0 or 2."""

    def command() -> tuple[Outcome, bool]:
        if len(argv) > 1:
            raise BadUsage("一次只能打开一个文件，请只写一个文件名。")
        return _survey(argv[0] if argv else None), False

    return run(command)


def _text(options: Namespace) -> Outcome:
    from assistant.reporting import paragraph_lines, paragraphs_data

    paragraphs = _open(options.file).opened.paragraphs
    return Outcome(FINE, paragraphs_data(paragraphs), paragraph_lines(paragraphs))


def _outline(options: Namespace) -> Outcome:
    from assistant.paths import resources
    from assistant.phrases.topics import load_vocabulary
    from assistant.reporting import outline_data, outline_lines
    from assistant.template.report import load_templates
    from assistant.template.structure import recognise

    document = _open(options.file).opened.document
    templates = load_templates(resources() / "templates")
    reports = recognise(document, templates, _context(options, templates))
    names = dict(load_vocabulary(resources() / "phrases").roles)
    return Outcome(FINE, outline_data(document, reports), outline_lines(document, reports, templates, names))


def _check(options: Namespace) -> Outcome:
    from assistant.reporting import finding_lines, findings_data

    knowledge = _knowledge()
    context = _context(options, knowledge.templates)
    several = len(options.file) > 1
    data: list[Any] = []
    lines: list[str] = []
    complaints: list[str] = []
    for name in options.file:
        try:
            document = _open(name).opened.document
        except AssistantError as error:
            if not several:
                raise
            complaints.append(f"{name}：{error.message}")
            continue
        findings = _analyse(document, knowledge, context).findings
        data += findings_data(document, findings, name if several else None)
        lines += [*([f"—— {name}"] if several else []), *finding_lines(document, findings)]
    code = FAILED if complaints else FOUND if data else FINE
    complaints += [knowledge.rules.passed_over] if knowledge.rules.passed_over else []
    return Outcome(code, {"findings": data}, lines, tuple(complaints))


def _fix(options: Namespace) -> Outcome:
    from assistant.paragraph_edits import fixed
    from assistant.reporting import findings_data

    knowledge = _knowledge()
    context = _context(options, knowledge.templates)
    selected = _selected(options.select, knowledge)
    file = _open(options.file)
    document = file.opened.document
    findings = _analyse(document, knowledge, context).findings if selected is None or selected else ()
    done = fixed(file.opened, findings, selected)
    write(file, done.document, options.output)
    data = {
        "output": options.output,
        "applied": len(done.applied),
        "refused": len(done.refused),
        "fixed": findings_data(document, done.applied),
    }
    refused = f"，{len(done.refused)} 处在锁定的内容里或互相牵连，没有改" if done.refused else ""
    return Outcome(FINE, data, [f"改正了 {len(done.applied)} 处{refused}，已写入 {options.output}。"])


def _edit(options: Namespace) -> Outcome:
    from assistant.paragraph_edits import changed

    file = _open(options.file)
    write(file, changed(file.opened, options.changes), options.output)
    count = len(options.changes)
    return Outcome(
        FINE, {"output": options.output, "applied": count}, [f"修改了 {count} 段，已写入 {options.output}。"]
    )


def _suggest(options: Namespace) -> Outcome:
    from assistant.suggesting import suggested

    knowledge = _knowledge()
    return suggested(options, knowledge, _context(options, knowledge.templates))


def _complete(options: Namespace) -> Outcome:
    from assistant.completing import completed

    return completed(options)


def _compare(options: Namespace) -> Outcome:
    from assistant.reuse_commands import compare

    return compare(options)


def _rollover(options: Namespace) -> Outcome:
    from assistant.reuse_commands import rollover

    return rollover(options)


def _drafts(options: Namespace) -> Outcome:
    from assistant.draft_commands import drafts

    return drafts(options)


def _doctor(_options: Namespace) -> Outcome:
    from assistant.doctor import examine, lines
    from assistant.paths import data_folder, resources

    found = examine(resources(), data_folder())
    return Outcome(FINE, found, lines(found))


COMMANDS: Mapping[str, Callable[[Namespace], Outcome]] = MappingProxyType(
    {
        "text": _text,
        "outline": _outline,
        "check": _check,
        "fix": _fix,
        "edit": _edit,
        "suggest": _suggest,
        "complete": _complete,
        "compare": _compare,
        "rollover": _rollover,
        "drafts": _drafts,
        "doctor": _doctor,
    }
)
"""Every command and what runs it."""


def _survey(name: str | None) -> Outcome:
    """Return what the window would show of a file at first sight."""
    from assistant.document.context import Context
    from assistant.paths import resources
    from assistant.reporting import calm_lines, outline_lines

    knowledge = _knowledge()
    document = _open(str(resources() / "sample.docx") if name is None else name).opened.document
    found = _analyse(document, knowledge, Context())
    names = dict(knowledge.phrases.vocabulary.roles)
    lines = [
        "示例文稿（没有指定文件）" if name is None else f"文件：{name}",
        "",
        *outline_lines(document, found.reports, knowledge.templates, names),
        "",
        "检查结果",
        *(f"  {line}" for line in calm_lines(document, found.findings)),
    ]
    return Outcome(FINE, None, lines)


def _open(name: str) -> "OpenedFile":
    from assistant.session import open_file

    return open_file(Path(name))


def _knowledge() -> "Knowledge":
    from assistant.knowledge import load_knowledge
    from assistant.paths import resources

    return load_knowledge(resources())


def _context(options: Namespace, templates: "Sequence[ReportTemplate]") -> "Context":
    from assistant.document.context import Context

    kinds = [template.id for template in templates]
    variants = {f"{template.id}/{variant.variant}" for template in templates for variant in template.variants}
    if options.kind is not None and options.kind not in kinds and options.kind not in variants:
        raise BadUsage(f"没有“{options.kind}”这个文种，请从这些里选一个：{'、'.join(kinds)}。")
    return Context(kind=options.kind, year=options.year)


def _analyse(document: "Document", knowledge: "Knowledge", context: "Context") -> "Analysis":
    from assistant.analysis import analyse

    return analyse(document, knowledge, context)


def _selected(select: str | None, knowledge: "Knowledge") -> frozenset[str] | None:
    """Return the rule ids or prefixes to fix, None for all."""
    if select is None:
        return None
    wanted = frozenset(filter(None, (word.strip() for word in select.split(",")))) - {"none"}
    for word in sorted(wanted):
        if knowledge.rules.rule_of(word) is None and not any(
            rule.id.startswith(f"{word}.") for rule in knowledge.rules.rules
        ):
            raise BadUsage(f"没有“{word}”这条规则，没有写出任何文件，请用 shuzhi check --json 查看规则编号。")
    return wanted
