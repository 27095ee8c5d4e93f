"""How page and panels share the window: the page column is never cut."""

import pytest

from assistant.ui.room import RAIL, SLACK, WIDTHS, Share, Wish, share

PAPER = 692
USUAL = {name: usual for name, (_, usual, _) in WIDTHS.items()}
BOTH = {"outline": True, "side": True}


def fit(window: int, **wish: object) -> Share:
    return share(window, PAPER, Wish(**{"panels": BOTH, "widths": USUAL, **wish}), 0.5)


def test_with_room_every_panel_has_the_width_it_likes() -> None:
    found = fit(1366)
    assert found.panels == USUAL
    assert found.middle == 1366 - sum(USUAL.values())


def test_with_less_room_panels_get_narrower_first() -> None:
    found = fit(1250)
    assert all(WIDTHS[name][0] <= width <= USUAL[name] for name, width in found.panels.items())
    assert found.middle >= PAPER + SLACK


def test_then_they_fold_the_favourite_last() -> None:
    assert fit(1150).panels == {"outline": 0, "side": pytest.approx(336, abs=60)}
    assert fit(1150, favourite="outline").panels["side"] == 0
    assert fit(900).panels == {"outline": 0, "side": 0}


def test_a_panel_asked_for_by_hand_makes_the_page_smaller() -> None:
    found = fit(911, forced=True)
    assert found.panels["side"] >= WIDTHS["side"][0]
    assert 0.5 <= found.zoom < 1.0
    assert found.middle >= PAPER * found.zoom


@pytest.mark.parametrize("window", range(700, 2000, 37))
@pytest.mark.parametrize("forced", [True, False])
def test_nothing_is_lost_and_nothing_is_cut(window: int, *, forced: bool) -> None:
    found = fit(window, forced=forced)
    rails = sum(RAIL for width in found.panels.values() if not width)
    assert sum(found.panels.values()) + found.middle + rails == window
    if window >= PAPER * found.zoom + SLACK + 2 * RAIL:
        assert found.middle >= round(PAPER * found.zoom)
