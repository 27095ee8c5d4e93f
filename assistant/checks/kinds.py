"""The kinds of rules a data file can declare: patterns, and functions by name; pairs have a file of their own."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks import (
    acting,
    again,
    announced,
    approximations,
    arithmetic,
    body_levels,
    brackets,
    carried,
    compared,
    consistency,
    counted_items,
    divided,
    endings,
    headcounts,
    headings,
    hypernyms,
    later_years,
    ledger,
    levels,
    numbering,
    opening_years,
    ordinals,
    own_kinds,
    own_names,
    own_numbers,
    own_words,
    parallel,
    periods,
    plan_years,
    portions,
    proportions,
    quoted_names,
    quoted_rows,
    ranks,
    rates,
    reached,
    reckoned,
    recounted,
    relations,
    repeated,
    requirements,
    retold,
    rhythm,
    row_ends,
    sections,
    self_names,
    short_titles,
    signatures,
    spans_of_years,
    strangers,
    superiors,
    systems,
    told_years,
    totals,
    unit_names,
    usual_bodies,
    wholes,
    widths,
    worded_changes,
    worded_figures,
    written_numbers,
)
from assistant.checks.pairs import OPEN, Guard
from assistant.checks.rule import DocumentFinder, Match, ParagraphFinder
from assistant.text.needs import Needs

KINDS = (
    *("pairs", "pattern", "groups", "objects", "predicates", "measures", "last", "lost", "contrast", "heard", "kin"),
    *("hypernyms", "shared", "same", "narrow", "function", "clauses", "weighed", "structure", "stamp", "names"),
    "missing",
    *("lexicon", "formulation"),
)
"""What the key `kind` of a rule may say.

`groups` is a pattern with groups of words put into it (see `grouped`), `objects` a table of nouns and their verbs,
`predicates` one of subjects and theirs, `measures` one of nouns and what they are counted in, `last` one of words
that can't end a clause, `lost` one of objects that lack their noun (see `lost_heads`), `contrast` one of words
written for others (see `contrasts`), `heard` one of words written with other characters of their sounds, `kin` one of
nouns by kind (see `kin`), `hypernyms` one of wholes and their members, `shared` one of verbs before rows, `narrow`
one of measures that few things are counted in, `same` one of words that say the same, `clauses` a finder of
`clause_words`, `weighed` one of `weighed_marks`, `structure` a rule about a report's parts that takes options (see
`structure_rules`), `stamp` one about sellers' stamps, `names` one about names written in two ways, `missing` one
about missing sections, `lexicon` one about slips in the expressions of the lexicon folder, `formulation` one that the
dated and numbered formulations feed.
"""

FLAGGED = "at"
"""The named group that narrows what a pattern flags; without it the whole match is flagged."""


@dataclass(frozen=True)
class Pattern:
    """A regular expression with the texts that may replace what it flags, as templates for `Match.expand`.

    It is compiled when a text has what it `needs`: all of them take longer than opening a file may. Where `words` are
    given, its group `word` must be one of them. Where it `is_confined`, a sentence is searched without the others.
    """

    source: str
    needs: Needs = ()
    replacements: tuple[str, ...] = ()
    guard: Guard = OPEN
    words: Collection[str] = ()
    is_confined: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.source)

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield every match whose neighbours the guard admits."""
        return self.within(((0, len(text)),), text)

    def within(self, ranges: Iterable[tuple[int, int]], text: str, /) -> Iterator[Match]:
        """Yield every such match in some of the sentences of a text."""
        search = self.regex.finditer
        for first, last in ranges:
            for found in search(text, first, last):
                start, end = found.span(FLAGGED if FLAGGED in self.regex.groupindex else 0)
                if self.words and found["word"] not in self.words:
                    continue
                if start < end and self.guard.admits(text, start, end):
                    yield Match(start, end, tuple(found.expand(template) for template in self.replacements))


PARAGRAPH_FUNCTIONS: Mapping[str, ParagraphFinder] = {
    "unpaired_marks": brackets.unpaired,
    "reversed_quotes": brackets.reversed_quotes,
    "straight_quotes": brackets.straight_quotes,
    "half_width_brackets": brackets.half_width,
    "points_end_mixed": ordinals.mixed_ends,
    "parts_exceed_whole": ledger.parts_exceed_whole,
    "more_done_than_found": totals.overdone,
    "parts_outnumber": totals.parts_outnumber,
    "ratings_over_all": totals.ratings_over_all,
    "points_meant": rates.points_meant,
    "lists_miscounted": recounted.lists,
    "times_a_year": rhythm.yearly,
    "lists_spelt": recounted.spelt,
    "lists_told": recounted.told,
    "ranges_turned": rhythm.turned,
    "parts_nearly_whole": divided.divided,
    "counts_impossible": compared.impossible,
    "counts_unequal": compared.unequal,
    "marks_missed": reached.missed,
    "periods_wrong": periods.wrong,
    "pasted_twice": repeated.pasted,
    "counted_again": again.counted,
    "listed_again": again.listed,
    "bare_in_row": hypernyms.bare,
    "rough_figures": approximations.doubled,
    "parts_over": recounted.parts_over,
    "figures_wrong": proportions.wrong,
    "totals_carried": carried.totals,
    "sums_wrong": arithmetic.wrong,
    "figures_unrelated": relations.wrong,
    "portions_wrong": portions.wrong,
    "worded_changes": worded_changes.wrong,
    "percents_in_words": worded_figures.percents,
    "counts_in_words": worded_figures.counts,
    "ranks_moved": ranks.wrong,
}
"""Functions that judge one paragraph, by the name a data file calls them."""

DOCUMENT_FUNCTIONS: Mapping[str, DocumentFinder] = {
    "full_width": widths.full_width,
    "pauses_between_quotations": quoted_rows.quotations,
    "pauses_between_titles": quoted_rows.titles,
    "repeated_numbers": numbering.repeated,
    "skipped_numbers": numbering.skipped,
    "paused_numbers": numbering.paused,
    "numbers_otherwise": row_ends.otherwise,
    "numbers_left_out": row_ends.unnumbered,
    "heading_full_stop": headings.full_stop,
    "ordinals_alone": ordinals.alone,
    "ordinals_skipped": ordinals.skipped,
    "contradictions": ledger.contradictions,
    "self_names_mixed": self_names.mixed,
    "party_bodies_mixed": self_names.mixed_bodies,
    "paragraphs_unfinished": endings.unfinished,
    "paragraphs_left_open": endings.left_open,
    "announced_count": announced.miscounted,
    "empty_sections": sections.empty,
    "demanded_length": requirements.length,
    "demanded_problems": requirements.problems,
    "demanded_share": requirements.share,
    "demanded_items": requirements.items,
    "demanded_figures": requirements.figures,
    "demanded_order": requirements.order,
    "rough_counts_mixed": consistency.rough_counts,
    "written_numbers_mixed": written_numbers.mixed,
    "organ_names_mixed": consistency.organ_names,
    "organ_bodies_mixed": consistency.organ_bodies,
    "numbered_groups_mixed": consistency.numbered_groups,
    "short_forms_early": consistency.short_forms,
    "short_titles_bare": short_titles.bare,
    "sentences_again": repeated.near_copies,
    "sentences_twice": consistency.sentences_twice,
    "unit_self_names": unit_names.self_names,
    "own_numbers": own_numbers.others,
    "unit_party_bodies": unit_names.party_bodies,
    "unit_regions": unit_names.regions,
    "unit_others": unit_names.other_units,
    "unit_renamed": unit_names.renamed,
    "other_years": unit_names.other_years,
    "later_years_told": later_years.told,
    "shares_slipped": rates.shares_slipped,
    "counts_swapped": ledger.swapped,
    "problems_again": announced.problems_again,
    "points_announced": announced.problems_told,
    "own_names_slipped": own_names.slipped,
    "signed_otherwise": own_names.signed_otherwise,
    "whole_units": own_names.whole_units,
    "strangers": strangers.strangers,
    "strangers_acting": acting.acting,
    "body_levels": body_levels.levels,
    "own_kinds_other": own_kinds.others,
    "items_skipped": counted_items.skipped,
    "years_since": spans_of_years.wrong,
    "signed_by_another": signatures.signed_otherwise,
    "bodies_otherwise": usual_bodies.named_otherwise,
    "other_systems": systems.others,
    "third_person": own_names.third_person,
    "opening_years": opening_years.wrong,
    "opening_wishes": opening_years.wished,
    "plan_years": plan_years.planned,
    "other_levels": levels.other_levels,
    "shares_of_all": reckoned.shares,
    "each_and_all": reckoned.each,
    "graded_and_all": reckoned.graded,
    "added_up": carried.added,
    "wholes_again": wholes.wholes,
    "headcounts_over": headcounts.over,
    "counts_retold": retold.again,
    "headings_unstopped": parallel.unstopped,
    "headings_unlike": parallel.unlike,
    "signed_years": plan_years.signed,
    "told_years": told_years.told,
    "acted_years": told_years.acted,
    "regions_mixed": superiors.regions,
    "locals_mixed": superiors.locals_mixed,
    "others_asked": superiors.asked,
    "quoted_names": quoted_names.two_ways,
    "forbidden_words": own_words.forbidden,
    "required_words": own_words.required,
}
"""Functions that judge the whole document, by the name a data file calls them."""
