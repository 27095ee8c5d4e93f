"""Topics of the library: their names, and the words by which a text is heard to speak of one."""

from dataclasses import dataclass
from pathlib import Path

from assistant.document.outline import ROLES
from assistant.phrases.fields import Field, fields_of, load_fields
from assistant.phrases.tables import Table, read_toml, tables

FILE = "topics.toml"
_KEYS = frozenset({"key", "name", "keywords", "since", "until"})
_CAMPAIGN_KEYS = frozenset({"name", "since", "until"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `key` of the domain facts (section 1.4), Chinese `name`, `keywords` that betray it, report years."""

    key: str
    name: str
    keywords: tuple[str, ...]
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as it is called in the text, and the report years in which it is work of the year."""

    name: str
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All topics in the order a report runs through them, and the Chinese names of the section roles and fields.

    `campaigns` bind wording of the user's own to years; bundled phrases carry their years themselves.
    """

    topics: tuple[Topic, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    fields: tuple[Field, ...] = ()
    campaigns: tuple[Campaign, ...] = ()

    def past_campaigns(self, year: int | None) -> tuple[str, ...]:
        """Return the names of the campaigns that are not of a report year; all of them where it is unknown."""
        return tuple(c.name for c in self.campaigns if year is None or not c.since <= year <= c.until)

    def topics_in(self, text: str) -> tuple[str, ...]:
        """Return the keys of the topics that `text` speaks of, in the order of the vocabulary."""
        return tuple(topic.key for topic in self.topics if any(word in text for word in topic.keywords))

    def fields_of(self, unit: str, variant: str = "") -> frozenset[str]:
        """Return the keys of the fields of work heard in the name of a unit and in the variant of its report."""
        return fields_of(unit, variant, self.fields)

    def topic_name(self, key: str) -> str:
        """Return the Chinese name of a topic, the key itself where it is unknown."""
        return next((topic.name for topic in self.topics if topic.key == key), key)

    def role_name(self, role: str) -> str:
        """Return the Chinese name of a section role, the key itself where it is unknown."""
        return dict(self.roles).get(role, role)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read `topics.toml` and `fields.toml` of a library folder.

    Raises ResourceError naming file and key when a key is unknown, a topic comes twice or a role is none.
    """
    path = folder / FILE
    topics: dict[str, Topic] = {}
    for table in tables(path, "topic", frozenset({"roles", "campaign"})):
        topic = _topic(table)
        if topic.key in topics:
            raise table.wrong("key", f"{topic.key} comes twice")
        topics[topic.key] = topic
    names = Table(path.name, "roles", read_toml(path).get("roles", {}))
    names.only(frozenset(ROLES))
    roles = tuple((role, names.text(role)) for role in names.values)
    campaigns = tuple(_campaign(table) for table in tables(path, "campaign", frozenset({"roles", "topic"})))
    return Vocabulary(tuple(topics.values()), roles, load_fields(folder), campaigns)


def _campaign(table: Table) -> Campaign:
    table.only(_CAMPAIGN_KEYS)
    since, until = table.year("since"), table.year("until")
    if since is None or until is None or since > until:
        raise table.wrong("until", "expected two years in order")
    return Campaign(table.text("name"), since, until)


def _topic(table: Table) -> Topic:
    table.only(_KEYS)
    keywords = table.texts("keywords")
    if not keywords:
        raise table.wrong("keywords", "expected at least one word")
    return Topic(table.text("key"), table.text("name"), keywords, table.year("since"), table.year("until"))
