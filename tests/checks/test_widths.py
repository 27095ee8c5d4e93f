"""Full-width figures and letters."""

from assistant.checks.widths import full_width


def test_figures_letters_and_percent_signs_become_narrow() -> None:
    found = [(match.start, match.end, match.replacements) for match in full_width("占９８．５％、Ａ级，12")]
    assert found == [(1, 6, ("98.5%",)), (7, 8, ("A",))]
