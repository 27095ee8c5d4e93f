"""The command `suggest`: the phrases for a section, a topic, and what is being written."""

from argparse import Namespace
from collections.abc import Iterable

from assistant.arguments import BadUsage
from assistant.document.context import Context
from assistant.knowledge import Knowledge
from assistant.phrases.ranking import Query, suggest
from assistant.reporting import suggestion_lines, suggestions_data
from assistant.terminal import FINE, Outcome
from assistant.text.characters import clean


def suggested(options: Namespace, knowledge: Knowledge, context: Context) -> Outcome:
    """Return the suggestions; roles and topics may be named by key or as the user reads them.

    Raises BadUsage for a role or a topic that there is not.
    """
    vocabulary = knowledge.vocabulary
    role = _key(options.role, vocabulary.roles, "部分")
    topic = _key(options.topic, [(topic.key, topic.name) for topic in vocabulary.topics], "题目")
    kind, _, variant = (context.kind or "").partition("/")
    text = clean(options.text)
    role = role or ("" if text.strip() or topic else "main_work")
    query = Query(
        role,
        text,
        used=(text,),
        kind=kind or None,
        year=context.year,
        fields=vocabulary.fields_of("", variant),
        expected=knowledge.expected_topics(kind, variant),
        topic=topic,
    )
    found = suggest(knowledge.phrases, query, options.limit)
    return Outcome(FINE, suggestions_data(found), suggestion_lines(found))


def _key(word: str, known: Iterable[tuple[str, str]], what: str) -> str:
    """Return the key that a word names by itself or by its Chinese name, '' for none."""
    keys = {name: key for key, name in known}
    if not word or word in keys.values():
        return word
    if word not in keys:
        raise BadUsage(f"没有“{word}”这个{what}，请从这些里选一个：{'、'.join(keys.values())}。")
    return keys[word]
