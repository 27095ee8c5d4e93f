"""What the file of formulations says, and who judges a text by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from assistant.checks.anniversaries import Anniversary, WrongAnniversary
from assistant.checks.campaigns import CampaignMisdated, Outgrown
from assistant.checks.closed import Closed, closed, other_words
from assistant.checks.crossed import Crossed, crossed
from assistant.checks.exchanged import ExchangedWord
from assistant.checks.exchanged_lines import exchanged_word
from assistant.checks.formulation_times import Ahead, Ended, latest
from assistant.checks.listings import Listings, listings
from assistant.checks.members import MemberReplaced
from assistant.checks.misdated import AdoptedByAnother, PlenumMisdated
from assistant.checks.near_words import NearWord, near_word
from assistant.checks.numbered import (
    Enumerations,
    FirstOfSequenceMissing,
    MemberMissing,
    MembersOutOfOrder,
    NameBesideMembers,
    PartOfWhole,
    Sequence,
    SequenceOutOfOrder,
)
from assistant.checks.plenums import CongressBefore, OldPlenum, PlenumBefore, PlenumLongHeld, Unheld
from assistant.checks.row_members import RowMembers, row_members
from assistant.checks.rule import DocumentFinder, ParagraphFinder
from assistant.checks.swapped import Swapped, swapped
from assistant.checks.timeline import Timeline
from assistant.checks.walked import Walked, walked

JUDGEMENTS = (
    "ahead",
    "ended",
    "plenum",
    "long_held",
    "before",
    "misdated",
    "campaign_misdated",
    "adopted",
    "congress",
    "outgrown",
    "unheld",
    "anniversary",
    "latest",
    "order",
    "member",
    "named",
    "partial",
    "replaced",
    "sequence",
    "first",
    "exchanged",
    "near_word",
    "walked",
    "swapped",
    "row",
    "closed",
    "other_word",
)
"""What the key `judge` of a rule may say."""

DATED = ("ahead", "ended", "plenum", "before", "long_held", "unheld", "congress", "outgrown")
"""Of these, those that judge by dates: silent about what is newer than the file."""


@dataclass(frozen=True, slots=True)
class Formulations:
    """The content of the file; `passed_over` tells the user why a newer one of theirs is not used."""

    timeline: Timeline
    numbered: Enumerations
    sequences: tuple[Sequence, ...]
    anniversaries: tuple[Anniversary, ...] = ()
    fixed: ExchangedWord = field(default_factory=lambda: exchanged_word(()))
    listed: Listings = field(default_factory=lambda: listings(()))
    crossed: Crossed = field(default_factory=lambda: crossed(()))
    near: NearWord = field(default_factory=lambda: near_word((), (), ()))
    swapped: Swapped = field(default_factory=lambda: swapped(()))
    walked: Walked = field(default_factory=lambda: walked(()))
    rows: RowMembers = field(default_factory=lambda: row_members(()))
    closed: Closed = field(default_factory=lambda: closed(()))
    others: Closed = field(default_factory=lambda: other_words(()))
    passed_over: str = ""

    def in_document(self) -> Mapping[str, DocumentFinder]:
        """Return the finders that judge the whole document, by their judgement."""
        return {
            "ahead": Ahead(self.timeline),
            "ended": Ended(self.timeline),
            "plenum": OldPlenum(self.timeline),
            "before": PlenumBefore(self.timeline),
            "misdated": PlenumMisdated(self.timeline),
            "campaign_misdated": CampaignMisdated(self.timeline),
            "adopted": AdoptedByAnother(self.timeline),
            "congress": CongressBefore(self.timeline),
            "outgrown": Outgrown(self.timeline),
            "long_held": PlenumLongHeld(self.timeline),
            "unheld": Unheld(self.timeline),
            "anniversary": WrongAnniversary(self.anniversaries),
            "latest": latest,
            "first": FirstOfSequenceMissing(self.sequences),
        }

    def in_paragraph(self) -> Mapping[str, ParagraphFinder]:
        """Return the finders that judge one paragraph, by their judgement."""
        return {
            "order": _each(MembersOutOfOrder(self.numbered), self.listed.out_of_order, self.crossed),
            "member": MemberMissing(self.numbered),
            "named": NameBesideMembers(self.numbered),
            "partial": _each(PartOfWhole(self.numbered), self.listed.left_out),
            "replaced": MemberReplaced(self.numbered),
            "sequence": SequenceOutOfOrder(self.sequences),
            "exchanged": self.fixed,
            "near_word": self.near,
            "walked": self.walked,
            "swapped": self.swapped,
            "row": self.rows,
            "closed": self.closed,
            "other_word": self.others,
        }


def _each(*finders: ParagraphFinder) -> ParagraphFinder:
    """Return the finder that finds what any of these finds."""
    return lambda text: chain.from_iterable(finder(text) for finder in finders)
