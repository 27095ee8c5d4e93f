"""What the user adds to the library: phrases of their own, stars, sentences of past reports. Values only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.phrases.phrase import OWN, Phrase


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """The user's own `phrases`, newest last, and the ids of phrases of any source they have starred or want less of."""

    phrases: tuple[Phrase, ...] = ()
    favourites: tuple[str, ...] = ()
    less: tuple[str, ...] = ()

    def adding(self, new: Iterable[Phrase]) -> "OwnPhrases":
        """Return these with more, each under an id of its own; a text that is there already is not taken twice."""
        known = {phrase.text for phrase in self.phrases}
        number = max((int(p.id[4:]) for p in self.phrases if re.fullmatch(r"own\.\d+", p.id)), default=0)
        added = []
        for phrase in new:
            if phrase.text not in known:
                known.add(phrase.text)
                number += 1
                added.append(replace(phrase, id=f"own.{number}", source=OWN))
        return replace(self, phrases=(*self.phrases, *added))

    def joining(self, other: "OwnPhrases") -> "OwnPhrases":
        """Return these with those of another computer: wordings that are new, and their stars; mine go first."""
        both = self.adding(other.phrases)
        by_text = {phrase.text: phrase.id for phrase in both.phrases}
        here = {phrase.id: by_text[phrase.text] for phrase in other.phrases}
        favourites = dict.fromkeys((*both.favourites, *(here.get(one, one) for one in other.favourites)))
        less = dict.fromkeys((*both.less, *(here.get(one, one) for one in other.less)))
        wanted = tuple(one for one in favourites if one not in both.less)
        return replace(both, favourites=wanted, less=tuple(one for one in less if one not in wanted))

    def changing(self, phrase: Phrase) -> "OwnPhrases":
        """Return these with another wording under the id of `phrase`; put in again where it has been deleted."""
        if all(other.id != phrase.id for other in self.phrases):
            return replace(self, phrases=(*self.phrases, phrase))
        return replace(self, phrases=tuple(phrase if other.id == phrase.id else other for other in self.phrases))

    def without(self, ids: Iterable[str]) -> "OwnPhrases":
        """Return these without some phrases; stars stay, so that taking it back brings them back too."""
        gone = frozenset(ids)
        return replace(self, phrases=tuple(phrase for phrase in self.phrases if phrase.id not in gone))

    def starring(self, phrase: str, *, on: bool) -> "OwnPhrases":
        """Return these with a phrase starred or not; what is starred is wanted."""
        less = tuple(other for other in self.less if other != phrase)
        return replace(self, favourites=_with(self.favourites, phrase, on=on), less=less if on else self.less)

    def seeing_less(self, phrase: str, *, on: bool) -> "OwnPhrases":
        """Return these with a phrase to be offered last, or as the others again."""
        favourites = tuple(other for other in self.favourites if other != phrase)
        return replace(self, less=_with(self.less, phrase, on=on), favourites=favourites if on else self.favourites)


@dataclass(frozen=True, slots=True)
class Material:
    """What the bundled library is completed by: the user's own, and sentences of their past reports."""

    own: OwnPhrases = OwnPhrases()
    past: tuple[Phrase, ...] = ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases of it."""
        return (*self.own.phrases, *self.past)


def _with(ids: tuple[str, ...], new: str, *, on: bool) -> tuple[str, ...]:
    others = tuple(other for other in ids if other != new)
    return (*others, new) if on else others
