from assistant.ui.models.balance import Balance, balance


def test_parts_are_added_up_by_what_they_are_for() -> None:
    parts = [("opening", 50), ("main_work", 500), ("rectification", 50), ("problems", 200), ("causes", 100)]
    assert balance([*parts, ("next_steps", 100)], 3000) == Balance(550, 300, 100, 1000, 3000)


def test_shares_are_whole_percent_of_the_total() -> None:
    assert Balance(550, 300, 100, 1000).shares() == (55, 30, 10)


def test_an_empty_report_has_no_shares() -> None:
    assert Balance().shares() == (0, 0, 0)
    assert not Balance(total=300).parted
    assert Balance(plans=10, total=300).parted
