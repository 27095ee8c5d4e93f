import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said, Table, TableCell, Token
from assistant.document.context import Context, OwnWord, Unit
from assistant.document.last_year import STATES, LastYear, Place, Promise
from assistant.document.requirements import NEEDS, Item, Requirements, SectionDemand
from assistant.errors import StorageError
from assistant.storage.serialise import (
    context_from_bytes,
    context_to_bytes,
    document_from_bytes,
    document_to_bytes,
)

TEXT = st.text(st.characters(codec=None), max_size=8)  # lone surrogates and NUL included: a draft is never refused
NUMBER = st.integers(0, 2**31)
RUN = st.builds(
    Run,
    TEXT,
    st.none() | NUMBER,
    st.sampled_from([Marks(value) for value in range(8)]),
    st.none() | st.builds(Token, NUMBER, TEXT, TEXT),
)
BLOCK = st.builds(
    Block,
    TEXT,
    st.lists(RUN, max_size=3).map(tuple),
    st.none() | NUMBER,
    st.none() | st.builds(Cell, NUMBER, NUMBER, NUMBER),
    st.none() | st.integers(0, 9),
    TEXT,
    st.none() | st.builds(Said, st.none() | st.integers(-1, 4), st.none() | TEXT),
    st.none() | st.builds(Opaque, TEXT, TEXT, TEXT),
)
CELLS = st.lists(st.builds(TableCell, NUMBER, NUMBER, NUMBER, NUMBER), max_size=3).map(tuple)
DOCUMENT = st.builds(
    Document,
    st.lists(BLOCK, max_size=4).map(tuple),
    st.lists(st.builds(Table, NUMBER, NUMBER, CELLS), max_size=2).map(tuple),
    st.none() | TEXT,
)
REQUIREMENTS = st.builds(
    Requirements,
    st.lists(st.builds(SectionDemand, TEXT, st.sampled_from(NEEDS)), max_size=3).map(tuple),
    NUMBER,
    NUMBER,
    NUMBER,
    st.integers(1, 400),
    NUMBER,
    st.integers(0, 100),
    st.booleans(),
    TEXT,
    TEXT,
    st.lists(st.builds(Item, TEXT, TEXT, st.booleans()), max_size=3).map(tuple),
)
PLACES = st.lists(st.builds(Place, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple)
LAST_YEAR = st.just(LastYear()) | st.builds(
    LastYear,
    TEXT,
    st.integers(2012, 2100),
    st.frozensets(TEXT, max_size=2),
    st.lists(st.builds(Promise, TEXT, TEXT, st.sampled_from(("", *STATES)), TEXT), max_size=2).map(tuple),
    PLACES,
    PLACES,
    st.frozensets(TEXT, max_size=2),
)
CONTEXT = st.builds(
    Context,
    st.none() | TEXT,
    st.none() | st.integers(1900, 2100),
    st.builds(Unit, TEXT, TEXT, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple), TEXT, TEXT, TEXT),
    st.frozensets(TEXT, max_size=2),
    st.frozensets(st.tuples(TEXT, TEXT), max_size=2),
    st.frozensets(TEXT, max_size=2),
    REQUIREMENTS,
    st.lists(st.builds(OwnWord, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(st.builds(OwnWord, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    st.frozensets(st.tuples(TEXT, TEXT), max_size=2),
    LAST_YEAR,
)


@given(DOCUMENT)
def test_a_document_comes_back_exactly(document: Document) -> None:
    assert document_from_bytes(document_to_bytes(document)) == document


@given(CONTEXT)
def test_a_context_comes_back_exactly(context: Context) -> None:
    assert context_from_bytes(context_to_bytes(context)) == context


def test_equal_contexts_give_equal_bytes() -> None:
    one = Context(disabled=frozenset({"punct", "number"}), allowed=frozenset({"乙", "甲"}))
    other = Context(disabled=frozenset({"number", "punct"}), allowed=frozenset({"甲", "乙"}))
    assert context_to_bytes(one) == context_to_bytes(other)


def test_a_context_of_the_time_before_requirements_has_none() -> None:
    before = b'{"v":1,"kind":null,"year":2025,"unit":["","","",""],"disabled":[],"ignored":[],"allowed":[]}'
    assert context_from_bytes(before) == Context(year=2025)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'"text"',
        b"{}",
        b'{"v":"1"}',
        b'{"v":1}',
        b'{"v":1,"blocks":[1],"tables":[],"layout":null}',
        b'{"v":1,"blocks":[{"id":"0","runs":[["a"]]}],"tables":[],"layout":null}',
        b'{"v":1,"blocks":[{"id":"0","cell":[1]}],"tables":[],"layout":null}',
        b'{"v":1,"blocks":[],"tables":[[1]],"layout":null}',
        b"[" * 100_000,
    ],
)
def test_damaged_bytes_are_refused_plainly(damaged: bytes) -> None:
    with pytest.raises(StorageError, match="已损坏"):
        document_from_bytes(damaged)
    with pytest.raises(StorageError, match="已损坏"):
        context_from_bytes(damaged)


def test_bytes_of_a_later_version_are_refused_plainly() -> None:
    later = json.dumps({"v": 99}).encode()
    with pytest.raises(StorageError, match="升级"):
        document_from_bytes(later)
    with pytest.raises(StorageError, match="升级"):
        context_from_bytes(later)


def test_the_kinds_of_several_reports_come_back() -> None:
    context = Context(kinds=frozenset({("甲报告", "combined"), ("乙报告", "other/school")}))
    assert context_from_bytes(context_to_bytes(context)) == context
