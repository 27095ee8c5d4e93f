"""The smallest replacements between two texts; tokens stay."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.document.block import Block, Document, Run, Token
from assistant.document.difference import replacements
from assistant.document.edit import apply
from assistant.text.characters import TOKEN
from tests.strategies import ALPHABET

texts = st.text(ALPHABET, max_size=20)


def noted(old: str) -> Block:
    runs = tuple(
        Run(character, i, token=Token(i, "note", "脚注") if character == TOKEN else None)
        for i, character in enumerate(old)
    )
    return Block("0", runs, 0)


def after(block: Block, new: str) -> Block:
    return apply(Document((block,)), replacements(block, new)).blocks[0]


@given(texts, texts)
def test_the_block_reads_the_new_text(old: str, new: str) -> None:
    assert after(noted(old), new).text == new


@given(st.text(ALPHABET + TOKEN, max_size=20), texts)
def test_tokens_not_mentioned_stay(old: str, new: str) -> None:
    result = after(noted(old), new)
    assert result.text.replace(TOKEN, "") == new
    assert [run.token for run in result.runs if run.token] == [run.token for run in noted(old).runs if run.token]


def test_untouched_characters_keep_their_origin() -> None:
    result = after(noted("认真部暑工作"), "认真部署各项工作")
    origins = {run.text: run.origin for run in result.runs}
    assert origins["认"] == 0
    assert origins["作"] == 5


def test_a_token_stays_between_the_words_it_stood_between() -> None:
    assert after(noted(f"甲乙{TOKEN}丙丁"), "甲乙新丙丁").text in {f"甲乙{TOKEN}新丙丁", f"甲乙新{TOKEN}丙丁"}


def test_mentioned_tokens_are_kept_in_place() -> None:
    assert after(noted(f"甲{TOKEN}乙"), f"子{TOKEN}丑").text == f"子{TOKEN}丑"
