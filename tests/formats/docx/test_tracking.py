"""Our edits as Word's tracked changes: accepted, they give the text written; rejected, the text opened."""

from collections import Counter

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.errors import EditRefused
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from tests.formats.docx.test_round_trip import FILES, MAIN, STEPS, marks, tree
from tests.formats.docx.word_files import unpacked

ME, NOW = "张三", "2025-01-10T09:30:00Z"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(data: bytes) -> list[tuple[object, ...]]:
    return [(b.text, b.container, b.opaque) for b in read(data).document.blocks]


def ours(data: bytes) -> frozenset[int]:
    return frozenset(r.number for r in revisions(data) if r.author == ME)


def assert_unique_ids(data: bytes) -> None:
    """No revision of ours has the id of anything else; those of others are as they were."""
    ids: Counter[str] = Counter()
    mine: list[str] = []
    for element in tree(data).iter(etree.Element):
        values = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        if "author" in values:
            ids[values["id"]] += 1
            mine.extend([values["id"]] if values["author"] == ME else [])
    assert [i for i in mine if ids[i] > 1] == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), st.booleans())
def test_accepting_gives_the_new_text_and_rejecting_the_old(data: st.DataObject, strict: bool) -> None:
    opened = FILES[strict]
    document = opened.document
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=7)):
        try:
            document = step(data, document)
        except EditRefused:
            event(f"{step.__name__} refused")
    try:
        written = write(opened.base, document, {"0": 0, "1": 1})
    except EditRefused:
        event("save refused")
        return
    try:
        saved = tracked(opened.base, document, {"0": 0, "1": 1}, author=ME, date=NOW)
    except EditRefused as error:
        event(f"tracking refused: {error.detail[:20]}")
        return
    before, after = unpacked(opened.base), unpacked(saved)
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    assert b"newEnd" not in after[MAIN]
    assert b"ns0" not in after[MAIN]
    assert_unique_ids(saved)
    accepted = resolve(saved, ours(saved), accept=True)
    assert texts(accepted) == texts(written)
    assert texts(resolve(saved, ours(saved), accept=False)) == texts(opened.base)
    assert marks(tree(saved)) == marks(tree(opened.base))
    assert texts(resolve(saved, None, accept=True)) == texts(resolve(written, None, accept=True))
    assert texts(resolve(saved, None, accept=False)) == texts(resolve(opened.base, None, accept=False))
