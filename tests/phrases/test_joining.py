"""Own phrases of two computers, joined."""

from assistant.phrases.material import OwnPhrases
from assistant.phrases.phrase import OWN, Phrase


def own(number: int, text: str) -> Phrase:
    return Phrase(f"own.{number}", text, "main_work", source=OWN)


def test_a_wording_both_have_is_kept_once() -> None:
    both = OwnPhrases((own(1, "甲。"),)).joining(OwnPhrases((own(1, "乙。"), own(2, "甲。"))))
    assert [(phrase.id, phrase.text) for phrase in both.phrases] == [("own.1", "甲。"), ("own.2", "乙。")]


def test_stars_follow_their_phrase_under_its_new_id() -> None:
    theirs = OwnPhrases((own(1, "乙。"),), favourites=("own.1", "main.7"))
    both = OwnPhrases((own(1, "甲。"),), favourites=("main.3",)).joining(theirs)
    assert both.favourites == ("main.3", "own.2", "main.7")


def test_what_i_want_less_of_stays_so() -> None:
    both = OwnPhrases(less=("main.7",)).joining(OwnPhrases(favourites=("main.7",), less=("main.9",)))
    assert (both.favourites, both.less) == ((), ("main.7", "main.9"))


def test_joining_twice_changes_nothing() -> None:
    theirs = OwnPhrases((own(5, "乙。"),), favourites=("own.5",))
    once = OwnPhrases((own(1, "甲。"),)).joining(theirs)
    assert once.joining(theirs) == once
