"""The settings while the program runs: read once, written back whenever they change."""

from dataclasses import replace
from pathlib import Path

from assistant.errors import StorageError
from assistant.settings import Settings, load_settings, save_settings

FILE = "settings.json"


class Preferences:
    """Holds the settings; a failing write is kept in `trouble` and tried again with the next change."""

    def __init__(self, folder: Path) -> None:
        """Read the settings in a data folder."""
        self._path = folder / FILE
        self.settings: Settings = load_settings(self._path)
        self.trouble = ""

    def change(self, **values: object) -> None:
        """Change some values and write them."""
        self.replace(replace(self.settings, **values))

    def replace(self, settings: Settings) -> None:
        """Take other settings and write them."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self._path, settings)
            self.trouble = ""
        except StorageError as error:
            self.trouble = error.message
