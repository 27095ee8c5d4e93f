"""What was said of a text is said again of the same text read anew, even where it has moved."""

from dataclasses import replace

from assistant.document.block import BODY_LEVEL, Block, Document, Run, Said
from assistant.document.context import Context
from assistant.document.edit import SetSaid
from assistant.document.requirements import Requirements
from assistant.document.taking_up import decided_again, said_again

BODY = Said(BODY_LEVEL)


def text(*lines: str, said: dict[int, Said] | None = None) -> Document:
    blocks = [Block(f"b{i}", (Run(line),), i) for i, line in enumerate(lines)]
    for i, one in (said or {}).items():
        blocks[i] = replace(blocks[i], said=one)
    return Document(tuple(blocks))


def test_it_is_said_in_the_same_place() -> None:
    assert said_again(text("甲", "乙", said={1: BODY}), text("甲", "乙")) == (SetSaid("b1", BODY),)


def test_it_follows_a_paragraph_that_has_moved() -> None:
    assert said_again(text("甲", "乙", said={1: BODY}), text("甲", "新的", "乙")) == (SetSaid("b2", BODY),)


def test_it_is_not_said_of_other_words() -> None:
    assert said_again(text("甲", "乙", said={1: BODY}), text("甲", "丙")) == ()


def test_it_is_not_guessed_which_of_two_was_meant() -> None:
    assert said_again(text("甲", "乙", "乙", said={1: BODY}), text("新的", "甲", "别的", "乙", "乙")) == ()


def test_what_is_said_now_stays() -> None:
    assert said_again(text("甲", said={0: BODY}), text("甲", said={0: Said(1)})) == ()


def test_decisions_come_back_and_what_is_decided_now_counts_more() -> None:
    before = Context(
        kind="a",
        year=2025,
        ignored=frozenset({("r", "甲")}),
        links=frozenset({("p", "m")}),
        requirements=Requirements(most=3000),
        allowed=frozenset({"词"}),
    )
    again = decided_again(before, Context(year=2026, requirements=Requirements(most=2000)))
    assert (again.kind, again.year, again.requirements.most) == ("a", 2026, 2000)
    assert (again.ignored, again.links) == (before.ignored, before.links)
    assert not again.allowed, "words are remembered for every report, not for this one"


def test_of_several_reports_each_is_again_what_it_was_said_to_be() -> None:
    before = Context(kinds=frozenset({("甲", "a"), ("乙", "b")}))
    again = decided_again(before, Context(kinds=frozenset({("乙", "c")})))
    assert [again.said_kind(title) for title in ("甲", "乙", "丙")] == ["a", "c", None]
