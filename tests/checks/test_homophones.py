"""Idioms and long expressions of which several characters are written by their sound."""

import pytest

from assistant.checks.homophones import homophones
from assistant.checks.similar import similar

READINGS = {
    "an": "按安",
    "bu": "部步不",
    "jiu": "就究",
    "ban": "班办",
    "shi": "实事是使适",
    "qiu": "求球",
    "chi": "持",
    "zhi": "之至",
    "yi": "以一已",
    "heng": "恒衡",
    "gong": "工公",
    "zuo": "作做",
    "luo": "落",
}
IDIOMS = ("按部就班", "实事求是", "持之以恒", "落实工作")


def cut(text: str) -> list[tuple[str, float]]:
    """Cut a text into the idioms, what the dictionary has beside them, and single characters."""
    words = {
        "按部就班": -13.0,
        "实事求是": -11.0,
        "持之以恒": -13.0,
        "持之一恒": -17.0,
        "落实": -9.0,
        "工作": -7.0,
        "公事": -12.0,
    }
    words |= {"适求": -12.0, "事是": -12.0}
    found, at = [], 0
    while at < len(text):
        word = next((text[at : at + n] for n in (4, 3, 2) if text[at : at + n] in words), text[at])
        found.append((word, words.get(word, -9.0)))
        at += len(word)
    return found


FINDER = homophones(IDIOMS, similar(READINGS, ()), cut)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("有的干部安步就班。", "按部就班"),
        ("坚持实是球是。", "实事求是"),
        ("抓落实要持至已恒。", "持之以恒"),
        ("工作要持之一恒。", "持之以恒"),
    ],
)
def test_an_idiom_is_known_by_its_sounds_and_half_of_its_characters(text: str, right: str) -> None:
    assert [expression for _, _, expression in FINDER.find(text)] == [right]


@pytest.mark.parametrize(
    "text",
    ["实事求是。", "按部就班。", "安步究办。", "落实公作。"],
    ids=["right", "right, too", "too little in common", "no idiom, and one character"],
)
def test_what_is_right_or_may_be_something_else_is_left_alone(text: str) -> None:
    assert not list(FINDER.find(text))
