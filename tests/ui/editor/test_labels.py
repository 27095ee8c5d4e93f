"""Automatic numbers in front of their paragraphs."""

import pytest

from assistant.ui.editor.labels import fitted


@pytest.mark.parametrize(("width", "room", "squeezed"), [(20, 40, 1.0), (60, 36, 0.6), (200, 36, 0.4), (0, 36, 1.0)])
def test_a_long_number_is_squeezed_before_it_is_cut_off(width: float, room: float, squeezed: float) -> None:
    assert fitted(width, room) == squeezed
