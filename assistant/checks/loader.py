"""Rules from data files: strict, so that a slip of the pen in a file is found at once and named."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.checks.formulation_files import load_formulations
from assistant.checks.formulations import DATED, JUDGEMENTS, Formulations
from assistant.checks.grouped import grouped
from assistant.checks.heard import HeardTables, heard
from assistant.checks.kinds import DOCUMENT_FUNCTIONS, KINDS, PARAGRAPH_FUNCTIONS
from assistant.checks.lexicon import GRADES
from assistant.checks.lexicon_files import READINGS, load_lexicon, load_similar, words_of
from assistant.checks.listed_pairs import GUARDS, read_pairs, refuse_doubled
from assistant.checks.names_twice import NamesTwice
from assistant.checks.options import read_options
from assistant.checks.pairs import Guard, Pair, pair_table
from assistant.checks.pattern import Pattern
from assistant.checks.quoted_stems import QuotedStems
from assistant.checks.rule import (
    CLASSES,
    MASKS,
    SCOPES,
    USUAL_MASKS,
    DocumentFinder,
    Example,
    Level,
    ParagraphFinder,
    Rule,
)
from assistant.checks.rule_set import RuleSet
from assistant.checks.stamps import Stamps
from assistant.checks.structure import MissingSections
from assistant.checks.structure_rules import STRUCTURE, WithOptions
from assistant.checks.table import Table, read_table
from assistant.checks.table_kinds import LEARNED, TABLES
from assistant.checks.things_twice import OPTIONS as THINGS
from assistant.checks.things_twice import ThingsTwice
from assistant.document.outline import ROLES
from assistant.template.vocabulary import load_vocabulary
from assistant.text.kept_needs import KeptNeeds
from assistant.text.words import Words

_LEVELS = {level.label: level for level in Level}
_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
_COMMON = {
    *("id", "title", "class", "level", "kind", "scope", "message", "source", "since", "until", "masks"),
    *("together", "bad", "good"),
    *GUARDS,
}
_OF_KIND = {
    "pairs": {"pairs", "beside"},
    "pattern": {"pattern", "replacements", "removes"},
    "groups": {"pattern", "groups"},
    "objects": {"verbs", "near", "groups", "few"},
    "predicates": {"verbs", "near", "less", "better", "groups"},
    "joint": {"moves", "near", "rising", "falling", "groups"},
    "measures": {"between", "then", "stops", "groups"},
    "last": {"groups"},
    "lost": {"parted", "groups"},
    "contrast": {"taken"},
    "heard": {"heard"},
    "kin": {"kinds", "verbs", "then"},
    "hypernyms": {"opens", "groups"},
    "shared": {"own", "groups", "few"},
    "same": {"rows", "right"},
    "narrow": {"then", "stops", "groups", "few"},
    "function": {"function"},
    "clauses": {"between"},
    "structure": {"check", "options"},
    "stamp": {"removes"},
    "names": set(),
    "things": {"options"},
    "stems": set(),
    "missing": {"roles", "titles", "named", "need"},
    "lexicon": {"grade"},
    "formulation": {"judge"},
}
LEXICON, FORMULATIONS, TEMPLATES = "lexicon", "formulations", "templates"
"""Folders beside the folder of rules; each is read where a rule of that kind asks for it."""


def load_rules(folder: Path, cache: Path | None = None) -> RuleSet:
    """Return the rules of all `*.toml` files of a folder, in the order of file names.

    `cache` is the folder of the user's data: there what takes long to find is kept between starts, and a newer file of
    formulations (formulations/timeline.toml) replaces the bundled one. Raises ResourceError, naming file and
    key, for anything unknown, missing, doubled or of the wrong type.
    """
    rules: list[Rule] = []
    pairs: list[Pair] = []
    grades: list[tuple[str, int]] = []
    tables = [table for path in sorted(folder.glob("*.toml")) for table in _tables(path)]
    asked = any(table.has("judge") for table in tables)
    newer = cache / FORMULATIONS if cache is not None else None
    formulations = load_formulations(folder.parent / FORMULATIONS, newer) if asked else None
    needs, words = KeptNeeds(cache), Words(cache)
    heard_tables = HeardTables(folder.parent / LEXICON / READINGS, words.cut)
    sources = _Sources(formulations, folder.parent, needs, words, heard_tables)
    said: set[str] = set()
    for table in tables:
        rule, own = _rule(table, len(rules), sources)
        if rule.id in said:
            raise table.wrong("id", "the id is used twice")
        if rule.message in said:
            raise table.wrong("message", "another rule says the same; say what is special here")
        said.update((rule.id, rule.message))
        if table.has("grade"):
            grades.append((table.choice("grade", GRADES), len(rules)))
        rules.append(rule)
        pairs += own
    needs.keep()
    refuse_doubled(pairs, rules, folder)
    lexicon = load_lexicon(folder.parent / LEXICON, cache, tuple(grades), words) if grades else None
    updated = "{:04}-{:02}".format(*formulations.timeline.updated) if formulations is not None else ""
    passed_over = formulations.passed_over if formulations is not None else ""
    return RuleSet(tuple(rules), pair_table(pairs), lexicon, updated, passed_over)


def _tables(path: Path) -> list[Table]:
    root = read_table(path)
    root.refuse_unknown({"rule"})
    return root.tables("rule")


@dataclass(frozen=True, slots=True)
class _Sources:
    """What rules are made of beside their own tables."""

    formulations: Formulations | None
    resources: Path
    needs: KeptNeeds
    words: Words
    heard: HeardTables


def _rule(table: Table, number: int, sources: _Sources) -> tuple[Rule, list[Pair]]:
    kind = table.choice("kind", KINDS)
    table.refuse_unknown(_COMMON | _OF_KIND[kind])
    rule_id = table.text("id")
    if not _ID.fullmatch(rule_id):
        raise table.wrong("id", "ids are dotted lower-case words")
    guard = Guard(**{name: table.texts(name) for name in GUARDS})
    find, survey = _finders(table, kind, guard, sources)
    rule = Rule(
        id=rule_id,
        title=table.text("title"),
        category=table.choice("class", CLASSES),
        level=_LEVELS[table.choice("level", tuple(_LEVELS))],
        message=_message(table),
        source=_source(table, sources.formulations),
        scope=table.choice("scope", SCOPES, "all"),
        since=table.year("since"),
        until=table.year("until"),
        masks=tuple(table.choices("masks", MASKS, USUAL_MASKS)),
        removes=table.flag("removes"),
        together=table.number("together") if table.has("together") else 0,
        find=find,
        survey=survey,
        bad=_examples(table),
        good=table.texts("good"),
    )
    return rule, read_pairs(table, guard, number) if kind == "pairs" else []


def _source(table: Table, formulations: Formulations | None) -> str:
    """Return the basis of a rule; where it judges by dates, also up to when these were kept."""
    source = table.text("source")
    if formulations is None or not table.has("judge") or table.text("judge") not in DATED:
        return source
    year, month = formulations.timeline.updated
    return f"{source}；提法数据截至{year}年{month}月，此后会议请自行核对"


def _finders(
    table: Table, kind: str, guard: Guard, sources: _Sources
) -> tuple[ParagraphFinder | None, DocumentFinder | None]:
    if kind in {"pattern", "groups", "heard", *TABLES}:
        return _of_words(table, kind, guard, sources), None
    if kind == "function":
        name = table.choice("function", (*PARAGRAPH_FUNCTIONS, *DOCUMENT_FUNCTIONS))
        return PARAGRAPH_FUNCTIONS.get(name), DOCUMENT_FUNCTIONS.get(name)
    if kind == "formulation":
        judge = table.choice("judge", JUDGEMENTS)
        if sources.formulations is not None:
            return sources.formulations.in_paragraph().get(judge), sources.formulations.in_document().get(judge)
    if kind in LEARNED:
        return LEARNED[kind](table, sources.resources / LEXICON), None
    if kind in {"structure", "stamp", "names", "things", "stems", "missing"}:
        return None, _of_parts(table, kind, sources.resources)
    if kind == LEXICON:
        table.choice("grade", GRADES)
    return None, None


def _of_words(table: Table, kind: str, guard: Guard, sources: _Sources) -> ParagraphFinder:
    """Return the finder of a rule that is a pattern or a table of words."""
    if kind == "heard":
        return heard(table, sources.heard)
    try:
        if kind == "groups":
            return grouped(table, guard, sources.needs, partial(words_of, sources.resources / LEXICON))
        if kind in TABLES:
            return TABLES[kind](table, sources.needs)
        source, right = table.text("pattern"), table.texts("replacements")
        return Pattern(source, sources.needs(source), right, guard, (), sources.needs.confined(source))
    except re.error as error:
        raise table.wrong("pattern" if kind == "pattern" else "groups", str(error)) from error


def _of_parts(table: Table, kind: str, resources: Path) -> DocumentFinder:
    """Return the finder of a rule about a report's parts."""
    if kind == "structure":
        check, names = STRUCTURE[table.choice("check", STRUCTURE)]
        return WithOptions(check, read_options(table, names))
    if kind == "stamp":
        return Stamps(load_vocabulary(resources / TEMPLATES / "common.toml"))
    if kind == "names":
        return NamesTwice(partial(load_similar, resources / LEXICON))
    if kind == "stems":
        return QuotedStems(partial(load_similar, resources / LEXICON))
    if kind == "things":
        return ThingsTwice(read_options(table, THINGS), partial(load_similar, resources / LEXICON))
    roles = table.choices("roles", ROLES, ())
    need = table.choice("need", ("required", "expected", ""), "")
    return MissingSections(roles, table.texts("titles"), named=table.flag("named"), need=need)


def _message(table: Table) -> str:
    message = table.text("message")
    try:
        message.format(text="", right="")
    except (KeyError, IndexError, ValueError) as error:
        raise table.wrong("message", "only {text} and {right} can be filled in") from error
    return message


def _examples(table: Table) -> tuple[Example, ...]:
    examples = []
    for one in table.tables("bad"):
        one.refuse_unknown({"text", "right"})
        examples.append(Example(one.text("text"), one.text("right", empty=True) if one.has("right") else None))
    return tuple(examples)
