"""The bundled phrase library: one TOML file for each section role, read strictly."""

from pathlib import Path

from assistant.document.outline import ROLES
from assistant.phrases.phrase import Phrase
from assistant.phrases.tables import Table, tables
from assistant.phrases.topics import FILE as TOPICS_FILE
from assistant.phrases.topics import load_vocabulary

_KEYS = frozenset({"id", "text", "topics", "kinds", "not_kinds", "since", "until", "spoken", "tags", "note", "formula"})


def load_phrases(folder: Path) -> tuple[Phrase, ...]:
    """Read every `<role>.toml` of `folder`, in the order of the roles.

    Topic keys must stand in the folder's `topics.toml`. Raises ResourceError naming file and key when a file is
    missing or broken, a key unknown, a value of the wrong type or an id used twice.
    """
    known = frozenset(topic.key for topic in load_vocabulary(folder).topics)
    files = {path.stem: path for path in sorted(folder.glob("*.toml")) if path.name != TOPICS_FILE}
    for role, path in files.items():
        if role not in ROLES:
            raise Table(path.name, "", {}).wrong(role, "the file's name is no section role")
    phrases: dict[str, Phrase] = {}
    for role in (role for role in ROLES if role in files):
        for table in tables(files[role], "phrase"):
            phrase = _phrase(table, role, known)
            if phrase.id in phrases:
                raise table.wrong("id", f"{phrase.id} is used twice")
            phrases[phrase.id] = phrase
    return tuple(phrases.values())


def _phrase(table: Table, role: str, known: frozenset[str]) -> Phrase:
    table.only(_KEYS)
    topics = table.texts("topics")
    for topic in topics:
        if topic not in known:
            raise table.wrong("topics", f"unknown topic {topic}")
    since, until = table.year("since"), table.year("until")
    if since is not None and until is not None and since > until:
        raise table.wrong("until", "ends before it begins")
    return Phrase(
        id=table.text("id"),
        text=table.text("text"),
        role=role,
        topics=topics,
        kinds=table.texts("kinds"),
        since=since,
        until=until,
        spoken=table.flag("spoken"),
        note=table.text("note", ""),
        tags=table.texts("tags"),
        formula=table.flag("formula"),
        not_kinds=table.texts("not_kinds"),
    )
