"""Two files in one: accepting all changes gives the new text, rejecting them the old one."""

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from assistant.errors import EditRefused
from assistant.formats.docx.compare import compare
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve
from assistant.formats.docx.writer import write
from assistant.text.characters import TOKEN
from tests.formats.docx.test_round_trip import FILES, MAIN, STEPS
from tests.formats.docx.test_tracking import ME, NOW, assert_unique_ids, ours
from tests.formats.docx.word_files import BREAK, cell, paragraph, run, table, unpacked, word_file

WORDS = [
    "加强",
    "党建",
    "工作",
    "，",
    "学习",
    "2024年",
    "Word",
    "。",
    "组织生活",
    "12.5%",
    "不够",
    "深入",
    "\n",
    "党员",
]
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


def texts(data: bytes) -> list[str]:
    return [b.text for b in read(data).document.blocks if b.opaque is None]


def bare(lines: list[str]) -> list[str]:
    return [line.replace(TOKEN, "") for line in lines]


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs, some with a page break, and tables, as the content of a w:body."""
    content = []
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)) == 0:
            width = draw(st.integers(1, 2))
            rows = [
                tuple(cell(paragraph(run(draw(sentences)))) for _ in range(width))
                for _ in range(draw(st.integers(1, 2)))
            ]
            content += [table(*rows), paragraph(run("表后" + draw(sentences)))]
            continue
        pieces = [run(draw(sentences), draw(st.sampled_from(["", "<w:b/>"]))) for _ in range(draw(st.integers(1, 2)))]
        if draw(st.integers(0, 5)) == 0:
            pieces.insert(1, BREAK)
        content.append(paragraph(*pieces))
    return "".join(content)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(bodies(), bodies())
def test_any_two_files(old: str, new: str) -> None:
    check(word_file(old), word_file(new))


def check(old: bytes, new: bytes) -> bytes:
    result = compare(old, new, author=ME, date=NOW)
    before, after = unpacked(old), unpacked(result)
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    assert_unique_ids(result)
    assert texts(resolve(result, ours(result), accept=False)) == texts(old)
    assert bare(texts(resolve(result, ours(result), accept=True))) == bare(texts(new))
    return result


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_a_file_and_what_was_made_of_it(data: st.DataObject) -> None:
    opened = FILES[False]
    document = opened.document
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
        try:
            document = step(data, document)
        except EditRefused:
            event(f"{step.__name__} refused")
    try:
        written = write(opened.base, document, {})
    except EditRefused:
        return
    check(opened.base, written)
    check(written, opened.base)
