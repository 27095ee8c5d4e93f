"""Which suggestions the user wishes to see: others, only with these words, only of one sort."""

from collections.abc import Callable

from assistant.analysis import Focus
from assistant.ui.panels.suggestions_panel import SuggestionsPanel
from assistant.ui.work import Work


class Suggesting:
    """Keeps the wish with the work on the desk; `look_again` has other suggestions looked for."""

    def __init__(
        self, panel: SuggestionsPanel, *, work: Callable[[], Work | None], look_again: Callable[[], None]
    ) -> None:
        """Connect nothing; `wiring` does."""
        self._chips = panel.chips
        self._work, self._look_again = work, look_again

    def more(self) -> None:
        """Offer the next few phrases; after the last, the first again."""
        work = self._work()
        if work is not None:
            work.skip = work.skip + len(work.analysis.suggestions) if work.analysis.suggestions else 0
            self._look_again()

    def filter(self, words: str) -> None:
        """Offer only phrases with these words."""
        work = self._work()
        if work is not None:
            work.words, work.skip = words, 0
            self._look_again()

    def narrow(self) -> None:
        """Offer only what the chips of the panel say."""
        work = self._work()
        if work is not None:
            work.skip = 0
            self._look_again()

    def wish(self, work: Work) -> Focus:
        """Return what is wished, without a place."""
        chips = self._chips
        return Focus(words=work.words, skip=work.skip, only=chips.only(), measures=chips.measures.isChecked())
