"""Errors a user can meet: each carries one plain Chinese sentence, and details for the log."""


class AssistantError(Exception):
    """The world's fault, not ours: `message` is shown to the user, `detail` goes to the log.

    The message is one Chinese sentence that says what happened, what was kept safe and what to do.
    """

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail

    def __reduce__(self) -> tuple[type["AssistantError"], tuple[str, ...]]:
        """Pickle by message and detail, so that a worker process can hand the error back."""
        return (type(self), (self.message, self.detail))


class CannotOpen(AssistantError):
    """A file can't be read as a document; nothing was changed."""


class ConvertibleFormat(CannotOpen):
    """A file of a format that LibreOffice may be able to turn into one that can be opened."""


class CannotSave(AssistantError):
    """A file can't be written; the text is still in the window and in the draft."""


class EditRefused(AssistantError):
    """An edit would touch something locked, or the text is no longer what the edit expects; nothing was changed."""


class ResourceError(AssistantError):
    """A bundled or user-supplied data file is wrong; `detail` names file and key, `fault` says it in Chinese."""

    def __init__(self, message: str, detail: str = "", fault: str = "") -> None:
        super().__init__(message, detail)
        self.fault = fault

    def __reduce__(self) -> tuple[type[AssistantError], tuple[str, ...]]:
        """Pickle with what is wrong, too."""
        return (type(self), (self.message, self.detail, self.fault))


class StorageError(AssistantError):
    """The draft store can't be read or written."""
