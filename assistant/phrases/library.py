"""The bundled phrase library: TOML files named after the section roles, read strictly.

`<role>.toml` and any number of `<role>.<part>.toml` belong to one role. A file holds single phrases (`[[phrase]]`) and
groups (`[[group]]`): phrases that share topics, fields, kinds, years and the beginning of their ids, with their texts
in one table `[group.texts]` (key = end of the id). Groups are shorter to write and several times faster to read.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.document.outline import ROLES
from assistant.phrases.fields import FILE as FIELDS_FILE
from assistant.phrases.phrase import Phrase
from assistant.phrases.tables import Table, read_toml, rows
from assistant.phrases.topics import FILE as TOPICS_FILE
from assistant.phrases.topics import Vocabulary, load_vocabulary

_SHARED = frozenset({"id", "topics", "kinds", "not_kinds", "fields", "since", "until", "spoken", "tags", "formula"})
_PHRASE = _SHARED | {"text", "note"}
_GROUP = _SHARED | {"texts"}


def load_phrases(folder: Path) -> tuple[Phrase, ...]:
    """Read every `<role>.toml` and `<role>.<part>.toml` of `folder`, in the order of the roles, parts by name.

    Topic keys must stand in the folder's `topics.toml`, field keys in its `fields.toml`. Raises ResourceError naming
    file and key when a file is missing or broken, a key unknown, a value of the wrong type or an id used twice.
    """
    vocabulary = load_vocabulary(folder)
    files: dict[str, list[Path]] = {role: [] for role in ROLES}
    for path in sorted(folder.glob("*.toml"), key=lambda path: path.stem):
        if path.name in (TOPICS_FILE, FIELDS_FILE):
            continue
        role = path.stem.partition(".")[0]
        if role not in ROLES:
            raise Table(path.name, "", {}).wrong(role, "the file's name begins with no section role")
        files[role].append(path)
    phrases: dict[str, Phrase] = {}
    for role, paths in files.items():
        for path in paths:
            for table, phrase in _read(path, role, vocabulary):
                if phrase.id in phrases:
                    raise table.wrong("id", f"{phrase.id} is used twice")
                phrases[phrase.id] = phrase
    return tuple(phrases.values())


def _read(path: Path, role: str, vocabulary: Vocabulary) -> Iterator[tuple[Table, Phrase]]:
    content = read_toml(path)
    Table(path.name, "", content).only(frozenset({"phrase", "group"}))
    for table in rows(path.name, content, "phrase"):
        table.only(_PHRASE)
        shared = _shared(table, role, vocabulary)
        yield table, replace(shared, text=table.text("text"), note=table.text("note", ""))
    for table in rows(path.name, content, "group"):
        table.only(_GROUP)
        yield from _group(table, _shared(table, role, vocabulary))


def _group(table: Table, shared: Phrase) -> Iterator[tuple[Table, Phrase]]:
    values = table.values.get("texts")
    if not isinstance(values, dict) or not values:
        raise table.wrong("texts", "expected a table of texts")
    texts = Table(table.file, f"{table.place}.texts", values)
    for key in values:
        yield table, replace(shared, id=f"{shared.id}.{key}", text=texts.text(key))


def _shared(table: Table, role: str, vocabulary: Vocabulary) -> Phrase:
    """Return what the phrases of a table share, as a phrase without a text."""
    since, until = table.year("since"), table.year("until")
    if since is not None and until is not None and since > until:
        raise table.wrong("until", "ends before it begins")
    return Phrase(
        id=table.text("id"),
        text="",
        role=role,
        topics=_known(table, "topics", frozenset(topic.key for topic in vocabulary.topics)),
        kinds=table.texts("kinds"),
        since=since,
        until=until,
        spoken=table.flag("spoken"),
        tags=table.texts("tags"),
        formula=table.flag("formula"),
        not_kinds=table.texts("not_kinds"),
        fields=_known(table, "fields", frozenset(dict(vocabulary.fields))),
    )


def _known(table: Table, key: str, known: frozenset[str]) -> tuple[str, ...]:
    values = table.texts(key)
    for value in values:
        if value not in known:
            raise table.wrong(key, f"unknown {key[:-1]} {value}")
    return values
