"""Documents and contexts as bytes for the draft store, and back without any loss."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from assistant.document import last_year
from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said, Table, TableCell, Token
from assistant.document.context import Context, OwnWord, Unit
from assistant.document.requirements import from_values, to_values
from assistant.errors import StorageError
from assistant.storage.draft import View

_T = TypeVar("_T")

VERSION = 1
"""Of the form written here; raised when an older program could no longer read it."""

_MORE_OF_UNIT = ("superior", "other_names", "latest_plenum", "latest_campaign", "latest_plan")
"""Fields of a unit that came after the first four, and so are kept by name."""

_UNREADABLE = "这份草稿的记录已损坏，读不出来，其他草稿不受影响，请打开上次保存的文件。"
_NEWER = "这份草稿是用更新版本的程序写的，没有改动它，请升级程序后再打开。"


def document_to_bytes(document: Document) -> bytes:
    """Return a document as JSON: runs with origins, marks and tokens, containers, what was said, tables, layout."""
    value = {
        "v": VERSION,
        "blocks": [_block_value(block) for block in document.blocks],
        "tables": [
            [table.rows, table.columns, [[c.row, c.column, c.row_span, c.column_span] for c in table.cells]]
            for table in document.tables
        ],
        "layout": document.layout,
    }
    return _dump(value)


def document_from_bytes(data: bytes) -> Document:
    """Return the document that was written; raise StorageError where the bytes are damaged or of a later version."""
    value = _load(data)
    try:
        return Document(
            tuple(_block(item) for item in value["blocks"]),
            tuple(
                Table(rows, columns, tuple(TableCell(*cell) for cell in cells))
                for rows, columns, cells in value["tables"]
            ),
            value["layout"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StorageError(_UNREADABLE, f"document: {error!r}") from error


def context_to_bytes(context: Context) -> bytes:
    """Return a context as JSON."""
    unit = context.unit
    value: dict[str, Any] = {
        "v": VERSION,
        "kind": context.kind,
        "year": context.year,
        "unit": [unit.name, unit.short_name, unit.post, unit.person],
        "disabled": sorted(context.disabled),
        "ignored": sorted(list(pair) for pair in context.ignored),
        "allowed": sorted(context.allowed),
    }
    if requirements := to_values(context.requirements):
        value["requirements"] = requirements
    if more := {name: getattr(unit, name) for name in _MORE_OF_UNIT if getattr(unit, name)}:
        value["unit_more"] = more
    for name in ("forbidden", "required"):
        if words := [[word.text, word.instead, word.note] for word in getattr(context, name)]:
            value[name] = words
    if context.links:
        value["links"] = sorted(list(pair) for pair in context.links)
    if context.kinds:
        value["kinds"] = sorted(list(pair) for pair in context.kinds)
    if context.last_year.begun:
        value["last_year"] = last_year.to_values(context.last_year)
    return _dump(value)


def context_from_bytes(data: bytes) -> Context:
    """Return the context that was written; raise StorageError as `document_from_bytes` does."""
    value = _load(data)
    try:
        return Context(
            value["kind"],
            value["year"],
            _unit(value["unit"], value.get("unit_more", {})),
            frozenset(value["disabled"]),
            frozenset((rule, text) for rule, text in value["ignored"]),
            frozenset(value["allowed"]),
            from_values(value.get("requirements", {})),
            tuple(OwnWord(*word) for word in value.get("forbidden", ())),
            tuple(OwnWord(*word) for word in value.get("required", ())),
            frozenset((problem, measure) for problem, measure in value.get("links", ())),
            last_year.from_values(value.get("last_year", {})),
            frozenset((title, kind) for title, kind in value.get("kinds", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StorageError(_UNREADABLE, f"context: {error!r}") from error


def view_to_bytes(view: View) -> bytes:
    """Return a view as JSON."""
    return _dump({"v": VERSION, "top": view.top, "folded": list(view.folded), "tab": view.tab})


def view_from_bytes(data: bytes | None) -> View:
    """Return the view that was written; the usual one where there is none or it is damaged: no text hangs on it."""
    try:
        value = _load(data or b"")
        return View(int(value["top"]), tuple(map(str, value["folded"])), int(value["tab"]))
    except (StorageError, KeyError, TypeError, ValueError):
        return View()


def _unit(four: list[str], more: dict[str, Any]) -> Unit:
    """Return a unit from its first four values and the others by name; one of a later version is passed over."""
    known = {name: more[name] for name in _MORE_OF_UNIT if name in more}
    if "other_names" in known:
        known["other_names"] = tuple(known["other_names"])
    name, short_name, post, person = four
    return replace(Unit(name, short_name, post, person), **known)


def _dump(value: dict[str, Any]) -> bytes:
    # A lone surrogate should never get here, but if one does the draft must still be saved.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _load(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data.decode("utf-8", "surrogatepass"))
        version = value["v"]
        if not isinstance(version, int):
            raise TypeError(f"version {version!r}")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StorageError(_UNREADABLE, repr(error)) from error
    if version > VERSION:
        raise StorageError(_NEWER, f"version {version}, known are up to {VERSION}")
    return dict(value)


def _block_value(block: Block) -> dict[str, Any]:
    """Return what a block holds; what is as usual is left out, as most of it is in most blocks."""
    value: dict[str, Any] = {"id": block.id}
    if block.runs:
        value["runs"] = [_run_value(run) for run in block.runs]
    if block.origin is not None:
        value["origin"] = block.origin
    if block.container is not None:
        value["cell"] = [block.container.table, block.container.row, block.container.column]
    if block.style_level is not None:
        value["level"] = block.style_level
    if block.label:
        value["label"] = block.label
    if block.said is not None:
        value["said"] = [block.said.level, block.said.role]
    if block.opaque is not None:
        value["opaque"] = [block.opaque.kind, block.opaque.label, block.opaque.preview]
    return value


def _run_value(run: Run) -> list[Any]:
    value: list[Any] = [run.text, run.origin, int(run.marks)]
    if run.token is not None:
        value += [run.token.number, run.token.kind, run.token.label]
    return value


def _block(value: dict[str, Any]) -> Block:
    return Block(
        value["id"],
        tuple(_run(item) for item in value.get("runs", ())),
        value.get("origin"),
        _optional(Cell, value.get("cell")),
        value.get("level"),
        value.get("label", ""),
        _optional(Said, value.get("said")),
        _optional(Opaque, value.get("opaque")),
    )


def _run(value: list[Any]) -> Run:
    text, origin, marks, *token = value
    return Run(text, origin, Marks(marks), _optional(Token, token or None))


def _optional(kind: type[_T], values: Iterable[Any] | None) -> _T | None:
    return None if values is None else kind(*values)
