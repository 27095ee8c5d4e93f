"""From rows to the document."""

from assistant.document.block import Run
from assistant.document.projection import Row, project


def test_empty_phantoms_are_no_part_of_the_text() -> None:
    seen = project([Row((), phantom=True), Row((Run("甲", 0),), 0), Row((), phantom=True)])
    assert [block.text for block in seen.document.blocks] == ["甲"]
    assert seen.positions == (1,)


def test_a_phantom_typed_in_is_a_new_block() -> None:
    document = project([Row((Run("甲"),), origin=4, phantom=True)]).document
    assert document.blocks[0].origin is None


def test_a_copy_made_by_enter_shows_no_automatic_number() -> None:
    rows = [Row((Run("甲", 0),), 0, label="一、"), Row((Run("乙", 0),), 0, label="一、")]
    document = project(rows).document
    assert [block.label for block in document.blocks] == ["一、", ""]
