"""Which kinds of rules are tables of words, and what makes their finders."""

from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.checks.clause_words import clause_finder
from assistant.checks.contrasts import contrasts
from assistant.checks.hypernyms import hypernyms
from assistant.checks.joint import joint
from assistant.checks.kin import kin
from assistant.checks.last_words import last_words
from assistant.checks.lost_heads import lost_heads
from assistant.checks.measures import measures
from assistant.checks.narrow_measures import narrow_measures
from assistant.checks.objects import objects
from assistant.checks.predicates import predicates
from assistant.checks.rule import ParagraphFinder
from assistant.checks.same_sense import same_sense
from assistant.checks.shared_verbs import shared_verbs
from assistant.checks.table import Table
from assistant.text.kept_needs import KeptNeeds

TABLES: Mapping[str, Callable[[Table, KeptNeeds], ParagraphFinder]] = {
    "objects": objects,
    "predicates": predicates,
    "joint": joint,
    "measures": measures,
    "last": last_words,
    "lost": lost_heads,
    "contrast": contrasts,
    "kin": kin,
    "hypernyms": hypernyms,
    "shared": shared_verbs,
    "same": same_sense,
    "narrow": narrow_measures,
}
"""Kinds of rules that are a table of words; what makes their finders."""

LEARNED: Mapping[str, Callable[[Table, Path], ParagraphFinder]] = {"clauses": clause_finder}
"""Kinds of rules whose words stand in files of the lexicon; what makes their finders."""
