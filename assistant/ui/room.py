"""How the page and the panels beside it share the width of the window: a pure computation."""

from collections.abc import Mapping
from dataclasses import dataclass

RAIL = 44
"""Width of a folded panel, in device-independent pixels."""
WIDTHS = {"outline": (230, 272, 320), "side": (280, 336, 400)}
"""Least, usual and most width of each panel, in device-independent pixels."""
SLACK = 36
"""Room for the scroll bar and a margin beside the paper."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants: which panels, how wide, which one before the other, and the zoom factor of the page.

    `forced`: the favourite was asked for by hand just now, so that the page has to make room for it.
    """

    panels: Mapping[str, bool]
    widths: Mapping[str, int]
    favourite: str = "side"
    forced: bool = False
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """What fits: the width of each panel (0: folded to its rail), of the page's pane, and the zoom factor."""

    panels: Mapping[str, int]
    middle: int
    zoom: float


def share(window: int, paper: int, wish: Wish, least_zoom: float) -> Share:
    """Return how a window of a width is shared; `paper` is the paper's width at 100 %. All in pixels.

    The page column is never cut: panels get narrower, then fold to rails, the favourite last. One asked for by hand
    makes the page smaller instead.
    """
    room = window - paper * wish.zoom - SLACK
    shown = dict.fromkeys(WIDTHS, False)
    for name in sorted(WIDTHS, key=lambda panel: panel != wish.favourite):
        taken = sum(WIDTHS[other][0] if on else RAIL for other, on in shown.items() if other != name)
        forced = wish.forced and name == wish.favourite
        shown[name] = wish.panels[name] and (forced or room - taken >= WIDTHS[name][0])
    rails = sum(RAIL for on in shown.values() if not on)
    least = sum(WIDTHS[name][0] for name, on in shown.items() if on)
    zoom = wish.zoom
    if wish.forced:
        zoom = max(min(zoom, (window - rails - least - SLACK) / paper), least_zoom)
    total = window - rails
    widths = {name: wish.widths[name] if on else 0 for name, on in shown.items()}
    lack = round(paper * zoom) + SLACK - (total - sum(widths.values()))
    for name, width in widths.items():
        given = max(0, min(lack, width - WIDTHS[name][0])) if width else 0
        widths[name] = width - given
        lack -= given
    return Share(widths, total - sum(widths.values()), zoom)
