"""Who may import whom, as data, and how the source tree is read to check it (ast only, nothing is imported)."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FOUNDATION = frozenset({"errors", "paths", "text", "document", "template"})
KNOWLEDGE = frozenset({"checks", "phrases", "reuse", "formats", "storage", "transfer", "settings"})
USE_CASES = frozenset(
    {
        "knowledge",
        "knowing",
        "analysis",
        "beginning",
        "newer_data",
        "session",
        "corrections",
        "comparing",
        "description",
        "learning",
        "looking_back",
        "overview",
        "checklist",
        "checklist_page",
        "answers",
        "jobs",
        "errands",
        "serving",
        "worker",
    }
)
COMMAND_LINE = frozenset(
    {
        "arguments",
        "terminal",
        "reporting",
        "completing",
        "suggesting",
        "paragraph_edits",
        "doctor",
        "reuse_commands",
        "draft_commands",
        "writing",
    }
)

#: Top-level module or package of `assistant` → what it may import from `assistant`, besides itself.
#: Siblings of one layer never import each other; the worker alone runs what its own layer offers.
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "": frozenset(),
    "errors": frozenset(),
    "paths": frozenset({"errors"}),
    "text": frozenset({"errors"}),
    "document": frozenset({"text", "errors"}),
    "template": frozenset({"document", "text", "errors"}),
    "checks": frozenset({"template", "document", "text", "errors"}),
    "phrases": frozenset({"template", "document", "text", "errors"}),
    "reuse": frozenset({"template", "document", "text", "errors"}),
    "formats": frozenset({"document", "text", "errors"}),
    "storage": frozenset({"document", "text", "errors"}),
    "transfer": frozenset({"errors"}),
    "settings": frozenset({"errors", "paths"}),
    "knowledge": FOUNDATION | KNOWLEDGE,
    "analysis": FOUNDATION | KNOWLEDGE | {"knowledge"},
    "beginning": FOUNDATION,
    "newer_data": FOUNDATION | KNOWLEDGE,
    "session": FOUNDATION | KNOWLEDGE,
    "corrections": FOUNDATION | KNOWLEDGE | {"session"},
    "description": FOUNDATION | KNOWLEDGE,
    "looking_back": FOUNDATION | KNOWLEDGE | {"session"},
    "learning": FOUNDATION | KNOWLEDGE | {"session", "description"},
    "checklist": FOUNDATION | KNOWLEDGE | {"analysis", "overview"},
    "checklist_page": FOUNDATION | KNOWLEDGE | {"checklist"},
    "overview": FOUNDATION | KNOWLEDGE | {"knowledge"},
    "comparing": FOUNDATION | KNOWLEDGE | {"session"},
    "jobs": FOUNDATION | KNOWLEDGE | USE_CASES - {"answers", "jobs", "errands", "knowing", "serving", "worker"},
    "answers": FOUNDATION | KNOWLEDGE | USE_CASES - {"answers", "jobs", "errands", "knowing", "serving", "worker"},
    "errands": frozenset({"answers", "comparing", "document", "errors", "formats", "jobs", "transfer"}),
    "serving": frozenset({"answers", "errors", "jobs", "worker"}),
    "knowing": frozenset({"jobs", "knowledge", "newer_data", "paths"}) | FOUNDATION | KNOWLEDGE,
    "worker": FOUNDATION | KNOWLEDGE | USE_CASES - {"serving", "worker"},
    "terminal": FOUNDATION,
    "reporting": FOUNDATION | KNOWLEDGE,
    "completing": FOUNDATION | KNOWLEDGE | {"session", "learning", "terminal"},
    "suggesting": FOUNDATION | KNOWLEDGE | {"knowledge", "arguments", "reporting", "terminal"},
    "paragraph_edits": FOUNDATION | KNOWLEDGE,
    "doctor": FOUNDATION | KNOWLEDGE | USE_CASES,
    "writing": FOUNDATION | KNOWLEDGE | {"analysis", "session"},
    "reuse_commands": FOUNDATION | KNOWLEDGE | {"session", "looking_back", "arguments", "terminal", "writing"},
    "draft_commands": FOUNDATION | KNOWLEDGE | {"session", "arguments", "terminal", "writing"},
    "ui": FOUNDATION | KNOWLEDGE | USE_CASES,
    "arguments": FOUNDATION | {"paragraph_edits"},
    "cli": FOUNDATION | KNOWLEDGE | USE_CASES | COMMAND_LINE,
    "app": FOUNDATION | KNOWLEDGE | USE_CASES | {"ui"},
    "__main__": FOUNDATION | KNOWLEDGE | USE_CASES | {"ui", "app", "cli", "arguments"},
}

#: Library → the only modules (or packages) of `assistant` that may import it.
OWNERS: Mapping[str, tuple[str, ...]] = {
    "lxml": ("assistant.formats",),
    "docx": ("assistant.formats",),
    "olefile": ("assistant.formats",),
    "sqlite3": ("assistant.storage",),
    "cryptography": ("assistant.transfer",),
    "jieba": ("assistant.text.words",),
    "platformdirs": ("assistant.paths",),
    "PySide6": ("assistant.ui", "assistant.app"),
    "shiboken6": ("assistant.ui", "assistant.app"),
}

#: Too slow to load before the first paint: imported only inside the functions that need them.
HEAVY = frozenset({"lxml", "docx", "olefile", "sqlite3", "jieba", "platformdirs", "cryptography"})


@dataclass(frozen=True, slots=True)
class Import:
    """One import: by whom, of what, on which line; `deferred` = inside a function, `typing` = for annotations only."""

    importer: str
    target: str
    line: int
    deferred: bool
    typing: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


def sources(folder: Path) -> dict[str, str]:
    """Return dotted module name → source of every Python file under a package folder."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def imports(modules: Mapping[str, str]) -> list[Import]:
    """Return every import of every module, deferred and type-only ones included."""
    found: list[Import] = []
    for name, source in modules.items():
        is_package = any(other.startswith(f"{name}.") for other in modules)
        for node, deferred, typing in _walk(ast.parse(source), deferred=False, typing=False):
            targets = _targets(node, name, modules, is_package=is_package)
            found.extend(Import(name, target, node.lineno, deferred, typing) for target in targets)
    return found


def _walk(node: ast.AST, *, deferred: bool, typing: bool) -> Iterator[tuple[ast.stmt | ast.expr, bool, bool]]:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
        yield node, deferred, typing
    inside = deferred or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        guarded = isinstance(node, ast.If) and child in node.body and "TYPE_CHECKING" in ast.unparse(node.test)
        yield from _walk(child, deferred=inside, typing=typing or guarded)


def _targets(node: ast.AST, importer: str, modules: Mapping[str, str], *, is_package: bool) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            parent = importer.split(".")[: None if is_package else -1]
            parent = parent[: len(parent) - node.level + 1]
            base = ".".join([*parent, *([node.module] if node.module else [])])
        return [f"{base}.{alias.name}" if f"{base}.{alias.name}" in modules else base for alias in node.names]
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"import_module", "__import__"}:
        first = node.args[0] if node.args else None
        return [str(first.value)] if isinstance(first, ast.Constant) else []
    return []


def layer_faults(found: list[Import]) -> list[str]:
    """Return one line per import that the table forbids, and per module that the table does not know."""
    faults = []
    for item in found:
        importer, target = _top(item.importer), _top(item.target)
        if importer not in MAY_IMPORT:
            faults.append(f"assistant.{importer} stands in no layer: add it to MAY_IMPORT")
        elif item.target.split(".")[0] != "assistant" or target == importer:
            continue
        elif target not in MAY_IMPORT[importer] and target != "":
            faults.append(str(item))
    return sorted(set(faults))


def _top(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def library_faults(found: list[Import]) -> list[str]:
    """Return one line per third-party import outside its owner, unknown, or heavy and not inside a function."""
    faults = []
    for item in found:
        library = item.target.split(".")[0]
        if library in OWNERS:
            if not any(f"{item.importer}.".startswith(f"{owner}.") for owner in OWNERS[library]):
                faults.append(f"{item}: only {' and '.join(OWNERS[library])} may")
            if library in HEAVY and not (item.deferred or item.typing):
                faults.append(f"{item} at the top: heavy libraries stand inside the functions that need them")
        elif library != "assistant" and library not in sys.stdlib_module_names:
            faults.append(f"{item}: a library without an owner in OWNERS")
    return faults


def cycles(found: list[Import]) -> list[str]:
    """Return every import cycle as `a → b → a`, whatever kind of import closes it."""
    graph: dict[str, set[str]] = {}
    for item in found:
        if item.target.split(".")[0] == "assistant" and item.target != item.importer:
            graph.setdefault(item.importer, set()).add(item.target)
    closed: set[str] = set()
    result: list[str] = []

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            result.append(" → ".join([*trail[trail.index(module) :], module]))
        elif module not in closed:
            for target in sorted(graph.get(module, ())):
                visit(target, (*trail, module))
            closed.add(module)

    for module in sorted(graph):
        visit(module, ())
    return result


@dataclass(frozen=True, slots=True)
class Size:
    """How big one thing is: lines of a file or function, public methods of a class."""

    what: str
    name: str
    count: int


QT_OVERRIDE = re.compile(r"[a-z]+[A-Z]")


def sizes(modules: Mapping[str, str]) -> list[Size]:
    """Return the size of every file, function and class; Qt's camelCase overrides are not counted as methods."""
    found = []
    for module, source in modules.items():
        found.append(Size("file", module, len(source.splitlines())))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append(Size("function", f"{module}.{node.name}:{node.lineno}", lines))
            elif isinstance(node, ast.ClassDef):
                names = [item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]
                public = [name for name in names if not name.startswith("_") and not QT_OVERRIDE.match(name)]
                found.append(Size("class", f"{module}.{node.name}", len(public)))
    return found
