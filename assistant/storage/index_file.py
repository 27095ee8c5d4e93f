"""Where the search index lies: beside the database, opened when it is first asked for, deleted without harm."""

from pathlib import Path

from assistant.storage.passages import PassageIndex

NAME = "search.sqlite3"


class IndexFile:
    """The search index beside the database at `database`."""

    def __init__(self, database: Path) -> None:
        """Open nothing yet."""
        self._path = database.with_name(NAME)
        self._index: PassageIndex | None = None

    def opened(self) -> PassageIndex:
        """Return the index, made anew where it is not there."""
        if self._index is None:
            self._index = PassageIndex(self._path)
        return self._index

    def close(self) -> None:
        """Close the index; it is opened again when asked for."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def drop(self) -> None:
        """Throw the index away: it holds the words of what is gone, and is made anew when it is asked for."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
