"""What stands twice around a figure or in a row, and what only looks so."""

import pytest

from assistant.checks.again import counted, listed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("新建充电车棚6处车棚。", "新建充电车棚6处。"),
        ("走访离休干部38名老干部，送去慰问金。", "走访离休干部38名，送去慰问金。"),
        ("放映党教片20部片。", "放映党教片20部。"),
        ("开展廉政谈话谈心26人次谈话。", "开展廉政谈话谈心26人次。"),
        ("下设支部12个、党员460名党员。", "下设支部12个、党员460名。"),
        ("查摆问题有6个问题。", "查摆问题有6个。"),
        ("将责任分解为任务清单26项任务。", "将责任分解为任务清单26项。"),  # what changes is before the name
    ],
)
def test_a_noun_is_not_said_again_behind_its_figure(text: str, left: str) -> None:
    (match,) = counted(text)
    assert text[: match.start] + text[match.end :] == left


@pytest.mark.parametrize(
    "text",
    [
        "设机关党支部、军休党支部2个党支部。",  # the figure sums up a row
        "苗圃支部等9个支部参加。",
        "审批时限由15个工作日压缩到8个工作日。",
        "将联合支部拆分为2个支部。",
        "走访老党员12名、困难党员9名。",
        "讨论3名同志列为对象和1名党员转正。",
    ],
)
def test_a_figure_may_part_two_things_of_one_name(text: str) -> None:
    assert list(counted(text)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("做到人员到位、责任到位、措施到位、人员到位。", "做到人员到位、责任到位、措施到位。"),
        ("对亲属从严要求、从严教育、从严要求。", "对亲属从严要求、从严教育。"),
        ("对信访件、网络件快受理、快受理、快办结。", "对信访件、网络件快受理、快办结。"),  # behind what leads to it
        ("党性观念、宗旨意识、纪律观念、宗旨意识进一步增强。", "党性观念、宗旨意识、纪律观念进一步增强。"),
    ],
)
def test_an_item_stands_in_a_row_once(text: str, left: str) -> None:
    (match,) = listed(text)
    assert text[: match.start] + text[match.end :] == left


@pytest.mark.parametrize(
    "text", ["讲党课3次、党课观摩2次。", "深化、细化、具体化。", "有计划、有总结，有计划、有落实。"]
)
def test_items_that_only_begin_or_end_alike_are_others(text: str) -> None:
    assert list(listed(text)) == []
