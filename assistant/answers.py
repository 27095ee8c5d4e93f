"""What comes back from the worker process: values that travel over the pipe.

Modules that do the work as well are imported for types only: the window starts without them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from assistant.analysis import Analysis
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.session import OpenedFile

if TYPE_CHECKING:
    from assistant.checks.switches import RuleBook
    from assistant.comparing import Difference
    from assistant.corrections import Corrections
    from assistant.description import Description
    from assistant.document.restoring import Restoration
    from assistant.formats.docx.pictures import EmbeddedPicture
    from assistant.learning import PastFile
    from assistant.looking_back import LookedBack
    from assistant.overview import Overview
    from assistant.phrases.material import Material
    from assistant.transfer.parcel import Parcel


@dataclass(frozen=True, slots=True)
class Ready:
    """Answer: a text ready to be shown, with what was found in it."""

    file: OpenedFile
    document: Document
    analysis: Analysis
    context: Context


@dataclass(frozen=True, slots=True)
class Pictures:
    """Answer: images that stand in the text, by the number of their token."""

    images: "dict[int, EmbeddedPicture]"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Answer: the completer's file is on the disk."""

    key: bytes


Answer: TypeAlias = (
    "Analysis"
    " | OpenedFile"
    " | Ready"
    " | Corrections"
    " | Pictures"
    " | RuleBook"
    " | Description"
    " | LookedBack"
    " | Overview"
    " | Difference"
    " | Restoration"
    " | Material"
    " | Parcel"
    " | PastFile"
    " | Sorted"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back for the job of that number: an answer, or what went wrong, or that it was `stopped`."""

    number: int
    answer: "Answer | None" = None
    error: AssistantError | None = None
    crash: str = ""
    stopped: bool = False
