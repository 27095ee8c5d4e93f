"""A file opened anew: what the user had said of its text is said again, without a word and without a step to undo."""

from collections.abc import Callable

from assistant.document.taking_up import decided_again, said_again
from assistant.ui.drafting import Drafting
from assistant.ui.earlier import Earlier
from assistant.ui.editor.editor import Editor
from assistant.ui.work import Work


class TakingUp:
    """Takes up what was said of the text on the desk: kinds of paragraphs, what is ignored, linked and demanded.

    `look_again` has the text analysed, `tell_demands` says that a notice is laid over it.
    """

    def __init__(
        self,
        editor: Editor,
        drafting: Drafting,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
        tell_demands: Callable[[], None],
    ) -> None:
        """Connect nothing."""
        self._editor, self._drafting = editor, drafting
        self._work, self._look_again, self._tell_demands = work, look_again, tell_demands

    def met(self, earlier: Earlier) -> None:
        """Say again what was said when the file on the desk was last worked on."""
        work, before = self._work(), earlier.before
        if work is None or before is None or not self._editor.finish_composition():
            return
        edits = said_again(before.document, self._editor.bridge.picture().document)
        context = decided_again(before.context, work.context)
        if not edits and context == work.context:
            return
        new_demands = context.requirements != work.context.requirements
        work.context = context
        if self._editor.take_up(edits, context.ignored):
            self._drafting.agree()
        self._look_again()
        if new_demands:
            self._tell_demands()
