"""What the window asks of the worker process: values that travel over the pipe. `answers` are what comes back.

Modules that do the work as well are imported for types only: the window starts without them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from assistant.analysis import Focus
from assistant.corrections import CompareVersions, Correction
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.session import OpenedFile
from assistant.storage.draft import Draft

if TYPE_CHECKING:
    from assistant.comparing import Differ, Restore
    from assistant.overview import LookOver
    from assistant.phrases.material import OwnPhrases
    from assistant.phrases.past import PastText
    from assistant.transfer.parcel import Parcel


@dataclass(frozen=True, slots=True)
class Analyse:
    """Job: analyse a picture of the text."""

    document: Document
    context: Context
    focus: Focus


@dataclass(frozen=True, slots=True)
class Open:
    """Job: open a file."""

    path: Path
    context: Context


@dataclass(frozen=True, slots=True)
class Convert:
    """Job: have LibreOffice make a copy of a file, and open that as a new report without a file."""

    path: Path
    context: Context


@dataclass(frozen=True, slots=True)
class Sample:
    """Job: open the bundled sample as a new report without a file."""

    context: Context


@dataclass(frozen=True, slots=True)
class New:
    """Job: begin a report of a kind with the skeleton of its sections; the unit and year stand in the context."""

    context: Context


@dataclass(frozen=True, slots=True)
class Recover:
    """Job: take a draft up again."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Save:
    """Job: write a document to a file; `replace_changed`, `replace_open` after the user has agreed.

    With an `author`, and always in a file that tracks changes, the changes are written as revisions; there `writer` is
    who has changed it, empty where the user never said.
    """

    file: OpenedFile
    document: Document
    context: Context
    path: Path
    replace_changed: bool = False
    replace_open: bool = False
    author: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Describe:
    """Job: tell kind, year and unit of a text."""

    document: Document
    context: Context


@dataclass(frozen=True, slots=True)
class Copy:
    """Job: put the words of a text into a new report without a file; what is no text stays behind."""

    document: Document
    context: Context


@dataclass(frozen=True, slots=True)
class Export:
    """Job: write a text to a file of its own, without any bond to the file it was read from.

    Of a draft with all its base file holds, of a mere document its words. `replace` a file that is there.
    """

    path: Path
    text: Draft | Document
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """Job: seal a parcel under a password and write it to a file, in the place of one that is there."""

    path: Path
    parcel: "Parcel"
    password: str


@dataclass(frozen=True, slots=True)
class Unpack:
    """Job: read a parcel; the answer holds its files."""

    path: Path
    password: str


@dataclass(frozen=True, slots=True)
class ReadPast:
    """Job: read a report of an earlier year, to learn from it."""

    path: Path


@dataclass(frozen=True, slots=True)
class SortWording:
    """Job: sort past reports (the oldest first) and the library for the completer, into a file that says its `key`."""

    reports: tuple[str, ...]
    path: Path
    key: bytes


@dataclass(frozen=True, slots=True)
class Quit:
    """Job: end."""


@dataclass(frozen=True, slots=True)
class Stop:
    """No job: leave the one whose number this carries, `at_once` or as soon as what it has done so far is not lost."""

    at_once: bool


@dataclass(frozen=True, slots=True)
class ListCorrections:
    """Job: list revisions and comments of the text as it is now."""

    file: OpenedFile
    document: Document


@dataclass(frozen=True, slots=True)
class Correct:
    """Job: carry out a correction; the text comes back with another base."""

    file: OpenedFile
    document: Document
    context: Context
    correction: Correction | CompareVersions


@dataclass(frozen=True, slots=True)
class ShowPictures:
    """Job: take the images out of the .docx that is the base of a text."""

    base: bytes


@dataclass(frozen=True, slots=True)
class ListRules:
    """Job: list every rule, for the user to switch."""


@dataclass(frozen=True, slots=True)
class TakeFormulations:
    """Job: use a newer file of dated formulations from now on; the answer is the rule book with its month."""

    path: Path


@dataclass(frozen=True, slots=True)
class UsePhrases:
    """Job: offer the user's own phrases too, from now on, and honour their stars."""

    own: "OwnPhrases"


@dataclass(frozen=True, slots=True)
class UsePast:
    """Job: offer sentences of past reports too, from the `last` of several jobs on; the `first` forgets all before it.

    One report a job, so that typing never waits for many of them.
    """

    texts: "tuple[PastText, ...]"
    first: bool = True
    last: bool = True


Job: TypeAlias = (
    "Analyse"
    " | Open"
    " | Convert"
    " | Sample"
    " | New"
    " | Recover"
    " | Save"
    " | ListCorrections"
    " | Correct"
    " | ShowPictures"
    " | ListRules"
    " | TakeFormulations"
    " | Describe"
    " | LookOver"
    " | Differ"
    " | Restore"
    " | Copy"
    " | Export"
    " | UsePhrases"
    " | UsePast"
    " | Pack"
    " | Unpack"
    " | ReadPast"
    " | SortWording"
    " | Quit"
    " | Stop"
)
