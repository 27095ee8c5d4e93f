"""List the tracked changes of a file, show its text with them, and accept or reject them as Word does."""

from assistant.errors import CannotOpen
from assistant.formats.docx.comment_ranges import covered_leaves
from assistant.formats.docx.names import child, switched_on
from assistant.formats.docx.package import read_package
from assistant.formats.docx.parts import Parts
from assistant.formats.docx.remarks import remarks_of, tree_of
from assistant.formats.docx.resolving import drop_move_ranges, in_order, resolve_all, resolve_marks, settle_controls
from assistant.formats.docx.revision_groups import Groups, groups_of
from assistant.formats.docx.revision_leaves import Leaf
from assistant.formats.docx.xml import parse
from assistant.formats.revision import MarkedParagraph, MarkedPiece, Revision

_STORIES = ("header", "footer", "footnotes", "endnotes")


def revisions(data: bytes) -> tuple[Revision, ...]:
    """Return the tracked changes of the main text, numbered from 1 in reading order. Raises CannotOpen."""
    package = read_package(data)
    found = groups_of(parse(package.document, package.main))
    return tuple(
        Revision(g.number, g.kind, g.author, g.date, "".join(g.texts), g.paragraph, g.label) for g in found.groups
    )


def resolve(data: bytes, numbers: frozenset[int] | None, *, accept: bool) -> bytes:
    """Accept or reject the changes of these numbers; None means all of them, in headers, footers and notes too.

    The other half of a move goes along. Nothing to do: `data` itself is returned. Comments and bookmarks in text that
    goes keep their place; entries of notes whose mark goes stay in their part, unreferenced. Raises CannotOpen.
    """
    parts = Parts(data)
    root = parse(parts.read(parts.main) or b"", parts.main)
    if numbers is None:
        if resolve_all(root, accept=accept):
            parts.put_tree(parts.main, root)
        for name in [name for type_ in _STORIES for name in parts.related(type_)]:
            _resolve_story(parts, name, accept=accept)
        return parts.bytes()
    found = groups_of(root)
    chosen = [group for group in found.groups if group.number in numbers]
    if not chosen:
        return data
    moves = {group.move for group in chosen if group.move}
    marks = [mark for group in found.groups if group.number in numbers or group.move in moves for mark in group.marks]
    settle_controls(root, marks, accept=accept)
    resolve_marks(root, in_order(root, marks), accept=accept)
    drop_move_ranges(root, moves)
    parts.put_tree(parts.main, root)
    return parts.bytes()


def _resolve_story(parts: Parts, name: str, *, accept: bool) -> None:
    try:
        root = parse(parts.read(name) or b"", name)
    except CannotOpen:
        return  # a damaged header is copied as it is
    if resolve_all(root, accept=accept):
        parts.put_tree(name, root)


def is_tracking(data: bytes) -> bool:
    """Tell whether the file asks for changes to be tracked (w:trackRevisions). Raises CannotOpen."""
    settings = read_package(data).settings
    if settings is None:
        return False
    try:
        element = child(parse(settings, "settings"), "trackRevisions")
    except CannotOpen:
        return False  # nothing is read from damaged settings
    return element is not None and switched_on(element)


def marked(data: bytes) -> tuple[MarkedParagraph, ...]:
    """Return every w:p of the main text with its inserted and deleted pieces and comments. Raises CannotOpen."""
    parts = Parts(data)
    root = parse(parts.read(parts.main) or b"", parts.main)
    found = groups_of(root)
    part = tree_of(parts, "comments")
    numbers = {remark.identity: remark.number for remark in remarks_of(parts, None if part is None else part[1])}
    result: list[list[MarkedPiece]] = []
    for number, leaf, ids in covered_leaves(root):
        while len(result) <= number:
            result.append([])
        if leaf.text:
            known = tuple(numbers[identity] for identity in ids if identity in numbers)
            _append(result[number], _piece(leaf, found, () if leaf.end else known))
    return tuple(MarkedParagraph(number, tuple(pieces)) for number, pieces in enumerate(result))


def _append(pieces: list[MarkedPiece], new: MarkedPiece) -> None:
    """Add a piece, joined with the last one where both are of the same kind."""
    last = pieces[-1] if pieces else None
    if last is not None and (last.kind, last.revision, last.comments) == (new.kind, new.revision, new.comments):
        pieces[-1] = MarkedPiece(last.text + new.text, new.kind, new.revision, new.comments)
    else:
        pieces.append(new)


def _piece(leaf: Leaf, found: Groups, comments: tuple[int, ...]) -> MarkedPiece:
    groups = [found.of[mark] for mark in leaf.marks if mark in found.of]
    for kinds, shown_as in ((("delete", "move_from"), "delete"), (("insert", "move_to"), "insert")):
        inner = [group.number for group in groups if group.kind in kinds]
        if inner:
            return MarkedPiece(leaf.text, shown_as, inner[-1], comments)
    return MarkedPiece(leaf.text, "plain", groups[-1].number if groups else None, comments)
