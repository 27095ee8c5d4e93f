"""Make the w:p of every block out of the paragraphs of the base it descends from."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.document.identity import originals
from assistant.errors import EditRefused
from assistant.formats.docx.additions import MovedTokens, additions_of, moves_token
from assistant.formats.docx.alignment import signs
from assistant.formats.docx.anatomy import anatomy_of
from assistant.formats.docx.copies import copy_paragraph
from assistant.formats.docx.names import child, kind, sibling_tag
from assistant.formats.docx.order import Unit, range_marks
from assistant.formats.docx.paragraph_ends import end_marks, set_end_marks
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.removal import SECTION, check_tokens_kept
from assistant.formats.docx.rewriting import Change, Format, rewrite
from assistant.formats.docx.run_format import copied, with_marks
from assistant.formats.docx.segments import Owners, Use, match, same_runs, uses_of
from assistant.formats.docx.styles import style_id

if TYPE_CHECKING:
    from lxml.etree import _Element

_TWICE = "同一处图片、域或注释不能出现两次，没有保存任何改动。"


class Assembly:
    """The paragraphs of a document on their way into the file."""

    def __init__(self, picture: Picture, document: Document) -> None:
        """Find for every block the stretches of the base it is made of."""
        self._picture, self._document = picture, document
        owners = Owners(
            {run.origin: n for n, runs in picture.runs.items() for run in runs if run.origin is not None},
            picture.token_owner,
        )
        self._uses: dict[int, list[Use]] = {}
        self._by_source: dict[int, list[Use]] = {}
        for position, block in enumerate(document.blocks):
            if block.opaque is None:
                home = block.origin if block.origin in picture.runs else None
                if home is not None and same_runs(picture.runs[home], block.runs):
                    uses = [Use(position, home, whole=True)]
                else:
                    uses = uses_of(position, block, owners, home=home)
                if uses:
                    self._uses[position] = uses
                for use in uses:
                    self._by_source.setdefault(use.source, []).append(use)
        self._primary = self._choose(originals(document.blocks))
        self._elements: dict[int, _Element] = {}
        self._run_elements: dict[int, _Element] = {n: run for run, n in picture.body.runs.items()}
        self._tokens = Counter(r.token.number for b in document.blocks for r in b.runs if r.token is not None)

    def _choose(self, original: dict[int, int]) -> dict[int, Use]:
        """Choose for every paragraph the use that gets the element itself; the others get copies."""
        result = {}
        for source, uses in self._by_source.items():
            if len(uses) == 1:
                result[source] = uses[0]
                continue
            position = original.get(source, -1)
            result[source] = next((use for use in uses if use.block == position), uses[0])
        return result

    def _host(self, position: int) -> Use:
        uses = self._uses[position]
        if len(uses) == 1:
            return uses[0]
        origin = self._document.blocks[position].origin
        return next((use for use in uses if use.source == origin), uses[0])

    def original_at(self, position: int) -> int | None:
        """Return the number of the base's paragraph whose very element holds the block there; None for a copy."""
        host = self._host(position)
        return host.source if self._primary[host.source] is host else None

    def dissolved(self, number: int) -> bool:
        """Tell whether a paragraph's content lives on in other blocks, so that it isn't deleted but merged."""
        return number in self._by_source

    def paragraphs(self) -> dict[int, Unit]:
        """Return a unit for every block that descends from the base, its w:p rewritten where it must be."""
        if any(count > 1 for count in self._tokens.values()):
            raise EditRefused(_TWICE, "a token stands twice")
        changed = {source for source in self._by_source if not self._unchanged(source)}
        ends = {source: end_marks(self._picture.body.paragraphs[source]) for source in self._by_source}
        for source in changed:
            self._rewrite(source)
        for position, uses in self._uses.items():
            if len(uses) > 1:
                self._join(position)
        self._hand_on_end_marks(ends)
        for source in changed:
            self._hand_on_section(source)
        return {position: Unit([self._element(self._host(position))], None) for position in self._uses}

    def _unchanged(self, source: int) -> bool:
        uses = self._by_source[source]
        return len(uses) == 1 and uses[0].whole

    def _element(self, use: Use) -> "_Element":
        return self._elements.get(id(use), self._picture.body.paragraphs[use.source])

    def _hand_on_end_marks(self, ends: Mapping[int, list["_Element"]]) -> None:
        """Leave to each block the marks of the end it has: that of its last paragraph, or a new one without any."""
        for position, uses in self._uses.items():
            shared = [use for use in uses if len(self._by_source[use.source]) > 1]
            if len(uses) > 1 or shared:
                last = max(self._by_source[uses[-1].source], key=lambda use: use.block)
                paragraph = self._element(self._host(position))
                set_end_marks(paragraph, ends[last.source] if last is uses[-1] else [])

    def _hand_on_section(self, source: int) -> None:
        """Give a section break to the last block made of its paragraph: the section ends there."""
        old = child(self._picture.body.paragraphs[source], "pPr")
        section = child(old, "sectPr")
        paragraph = self._element(self._host(max(use.block for use in self._by_source[source])))
        if section is None or old is None or paragraph is old.getparent():
            return
        properties = child(paragraph, "pPr")
        if properties is None:
            properties = paragraph.makeelement(sibling_tag(paragraph, "pPr"), nsmap=None)
            paragraph.insert(0, properties)
        if child(properties, "sectPr") is not None:
            raise EditRefused(SECTION, f"paragraph {source} merged with another section break")
        change = child(properties, "pPrChange")
        if change is None:
            properties.append(section)
        else:
            change.addprevious(section)

    def _rewrite(self, source: int) -> None:
        paragraph, uses = self._picture.body.paragraphs[source], self._by_source[source]
        before = signs(self._picture.runs[source])
        check_tokens_kept(self._picture, source, set(self._tokens))
        for use in uses:
            if use.whole:
                use.signs = before
        match(before, uses)
        primary = self._primary[source]
        for use in uses:
            if use is not primary:
                self._elements[id(use)] = copy_paragraph(paragraph)
        moved = MovedTokens(before, paragraph) if any(map(moves_token, uses)) else None
        owner = _mark_owners(len(before), uses, primary)
        for use in uses:
            anatomy = anatomy_of(self._element(use))
            if len(anatomy.first) != len(before):
                raise AssertionError(f"paragraph {source} has {len(anatomy.first)} atoms, not {len(before)}")
            keep = {atom for atom in use.atoms if atom is not None}
            marked = {
                atom: sign.marks
                for atom, sign in zip(use.atoms, use.signs, strict=True)
                if atom is not None and sign.token is None and sign.marks != before[atom].marks
            }
            change = Change(
                before,
                keep,
                marked,
                additions_of(use, moved),
                _owned(owner, use),
                use is primary,
            )
            rewrite(anatomy, change, lambda wanted: self._properties(source, wanted))

    def _properties(self, source: int, wanted: Format) -> "_Element | None":
        paragraph = self._picture.body.paragraphs[source]
        origin, marks = wanted
        properties = child(paragraph, "pPr")
        like = child(properties, "rPr") if origin is None else child(self._run_elements[origin], "rPr")
        if marks is None:
            return copied(like)
        return with_marks(like, paragraph, self._picture.styles, style_id(properties, "pStyle"), marks)

    def _join(self, position: int) -> None:
        """Bring the content of all uses of a block into the paragraph of one of them, in order."""
        uses, host = self._uses[position], self._host(position)
        paragraph = self._element(host)
        own = [element for element in paragraph if kind(element) != "pPr"]
        for element in own:
            paragraph.remove(element)
        for use in uses:
            if use is host:
                paragraph.extend(own)
                continue
            other = self._element(use)
            if self._primary[use.source] is use:
                paragraph.extend(_marks_before(other))
            paragraph.extend([element for element in other if kind(element) != "pPr"])


def _marks_before(paragraph: "_Element") -> list["_Element"]:
    """Return the range marks between a paragraph and the block before it: they go where its content goes."""
    found: list[_Element] = []
    for element in paragraph.itersiblings(preceding=True):
        if range_marks(element)[:1] != [element]:
            break
        found.insert(0, element)
    return found


def _owned(owner: list[Use], use: Use) -> Callable[[int], bool]:
    """Return what tells whether a mark belongs to a use."""
    return lambda mark: owner[mark] is use


def _mark_owners(count: int, uses: list[Use], primary: Use) -> list[Use]:
    """Return for 0 to `count` atoms before a mark the use it goes with: that of the nearest atom before it."""
    holder = {atom: use for use in uses for atom in use.atoms if atom is not None}
    current = holder[min(holder)] if holder else primary
    owners = [current]
    for atom in range(count):
        current = holder.get(atom, current)
        owners.append(current)
    return owners
