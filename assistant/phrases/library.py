"""The bundled phrase library: TOML files named after the section roles, read strictly.

`<role>.toml` and any number of `<role>.<part>.toml` belong to one role. A file holds single phrases (`[[phrase]]`) and
groups (`[[group]]`): phrases that share topics, fields, kinds, years and the beginning of their ids, with their texts
in one table `[group.texts]` (key = end of the id). Groups are shorter to write and several times faster to read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    known = Known.of(load_vocabulary(folder))
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
            for table, phrase in phrases_in(path.name, read_toml(path), known, role):
                if phrase.id in phrases:
                    raise table.wrong("id", f"{phrase.id} is used twice")
                phrases[phrase.id] = phrase
    return tuple(phrases.values())


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of topics and fields that a phrase may name."""

    topics: frozenset[str]
    fields: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Known":
        """Return the keys of a vocabulary."""
        return cls(
            frozenset(topic.key for topic in vocabulary.topics), frozenset(field.key for field in vocabulary.fields)
        )


class _Everything(frozenset[str]):
    """Holds every key."""

    def __contains__(self, key: object) -> bool:
        return True


ANY_KEYS = Known(_Everything(), _Everything())
"""For the user's own file, which another version of the program may have written."""


def phrases_in(
    file: str, content: dict[str, Any], known: Known, role: str = "", others: frozenset[str] = frozenset()
) -> Iterator[tuple[Table, Phrase]]:
    """Yield the phrases of a parsed file with their tables; without a `role` every table names its own.

    `others` are top-level keys that may stand beside them. Raises ResourceError naming file and key.
    """
    Table(file, "", content).only(others | {"phrase", "group"})
    role_key = frozenset() if role else frozenset({"role"})
    for table in rows(file, content, "phrase"):
        table.only(_PHRASE | role_key)
        shared = _shared(table, known)
        note = table.text("note", "")
        yield table, Phrase(table.text("id"), table.text("text"), role or _role(table), note=note, **shared)
    for table in rows(file, content, "group"):
        table.only(_GROUP | role_key)
        yield from _group(table, role or _role(table), _shared(table, known))


def _role(table: Table) -> str:
    role = table.text("role")
    if role not in ROLES:
        raise table.wrong("role", f"unknown role {role}")
    return role


def _group(table: Table, role: str, shared: dict[str, Any]) -> Iterator[tuple[Table, Phrase]]:
    values = table.values.get("texts")
    if not isinstance(values, dict) or not values:
        raise table.wrong("texts", "expected a table of texts")
    beginning = table.text("id")
    texts = Table(table.file, f"{table.place}.texts", values)
    for key in values:
        yield table, Phrase(f"{beginning}.{key}", texts.text(key), role, **shared)


def _shared(table: Table, known: Known) -> dict[str, Any]:
    """Return what the phrases of a table have in common, as keywords of Phrase."""
    since, until = table.year("since"), table.year("until")
    if since is not None and until is not None and since > until:
        raise table.wrong("until", "ends before it begins")
    return {
        "topics": _all_known(table, "topics", known.topics),
        "kinds": table.texts("kinds"),
        "since": since,
        "until": until,
        "spoken": table.flag("spoken"),
        "tags": table.texts("tags"),
        "formula": table.flag("formula"),
        "not_kinds": table.texts("not_kinds"),
        "fields": _all_known(table, "fields", known.fields),
    }


def _all_known(table: Table, key: str, known: frozenset[str]) -> tuple[str, ...]:
    values = table.texts(key)
    for value in values:
        if value not in known:
            raise table.wrong(key, f"unknown {key[:-1]} {value}")
    return values
