"""Names too short to be known by themselves: who and what they are is told by what stands beside them."""

from assistant.checks.short_names import listed, offices, other_offices, people


def test_people_of_two_characters_have_a_title_before_or_do_what_people_do() -> None:
    assert people("由韩冰牵头起草，党员罗静主动上门。") == {"韩冰", "罗静"}
    assert people("成立由高效办成的专班，安全负责。") == frozenset()


def test_villages_are_listed_without_their_end() -> None:
    assert listed("改造大湾、岩脚等4个村的阵地。") == ("造大湾", "岩脚")
    assert listed("开展学习、调研等4次活动。") == ()


def test_offices_called_after_the_same_differ_by_a_slip() -> None:
    found = (*offices("到青石岭水库管理所调研。"), *offices("青石岭水库管理处获评先进。"))
    whole = "到青石岭水库管理所调研。青石岭水库管理处获评先进。再到青石岭水库管理所。"
    assert list(other_offices(found, whole)) == [("石岭水库管理处", "石岭水库管理所")]
    below = (*offices("县市场监督管理局"), *offices("县市场监督管理所"))
    assert list(other_offices(below, "")) == []
