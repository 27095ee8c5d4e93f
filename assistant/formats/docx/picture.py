"""The base file as reader and writer both see it: body, style sheet, lists, and the runs of every paragraph."""

from typing import TYPE_CHECKING

from assistant.document.block import Marks, Run, Token
from assistant.document.splice import merged
from assistant.errors import CannotOpen
from assistant.formats.docx.body import Body, check_length, walk_body
from assistant.formats.docx.inline import What, pieces
from assistant.formats.docx.names import child
from assistant.formats.docx.numbering import Numbering
from assistant.formats.docx.package import Package
from assistant.formats.docx.styles import Styles, run_marks, style_id
from assistant.formats.docx.tokens import describe
from assistant.formats.docx.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element


class Picture:
    """The base file read: its body, style sheet and lists, and the runs of every paragraph that can be edited.

    Reader and writer both build it, so that origins and token numbers mean the same to both.
    """

    def __init__(self, package: Package) -> None:
        """Read the parts; CannotOpen is raised where the main part isn't readable."""
        check_length(package.document)
        self.body: Body = walk_body(parse(package.document, package.main))
        self.styles = Styles(_optional(package.styles, "styles"))
        self.numbering = Numbering(_optional(package.numbering, "numbering"), self.styles)
        self.runs: dict[int, tuple[Run, ...]] = {}
        self.token_owner: list[int] = []
        for item in self.body.items:
            if item.opaque is None:
                self.runs[item.origin] = self._read_runs(item.origin)

    def _read_runs(self, origin: int) -> tuple[Run, ...]:
        paragraph = self.body.paragraphs[origin]
        style = style_id(child(paragraph, "pPr"), "pStyle")
        runs: list[Run] = []
        last, marks = None, Marks.NONE
        for piece in pieces(paragraph, self.body.fields_in(paragraph)):
            if piece.what is What.TOKEN:
                token = Token(len(self.token_owner), *describe(piece.element))
                self.token_owner.append(origin)
                runs.append(Run("\ufffc", None, Marks.NONE, token))
            elif piece.text and piece.run is not None:
                if piece.run is not last:
                    last = piece.run
                    marks = run_marks(self.styles, style, child(last, "rPr"))
                runs.append(Run(piece.text, self.body.runs[last], marks))
        return merged(runs)


def _optional(data: bytes | None, part: str) -> "_Element | None":
    """Parse a part the text doesn't depend on; a damaged one counts as absent and is copied as it is."""
    if data is None:
        return None
    try:
        return parse(data, part)
    except CannotOpen as error:
        if "DOCTYPE" in error.detail:
            raise
        return None
