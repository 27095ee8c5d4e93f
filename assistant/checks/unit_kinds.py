"""What the end of a unit's name tells: what it calls itself, which 全镇, 全校 … are its own, whether it is a place."""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class UnitKind:
    """The end of a name, 我局 and the like, the ends that follow 全 where the unit speaks of itself.

    `wholes` is None where any of them may be meant: a centre, a station may belong to a town as well as to a county.
    """

    end: str
    selves: tuple[str, ...]
    wholes: tuple[str, ...] | None = None

    @property
    def is_place(self) -> bool:
        """Whether people live there."""
        return self.end in {"镇", "乡", "街道", "街道办事处", "村", "社区", "嘎查", "苏木"}


KINDS = (
    UnitKind("街道办事处", ("我街道", "我街", "我办"), ("街道",)),
    UnitKind("街道", ("我街道", "我街"), ("街道",)),
    UnitKind("镇", ("我镇",), ("镇",)),
    UnitKind("乡", ("我乡",), ("乡",)),
    UnitKind("执行局", ("我局", "我院"), ("院",)),
    UnitKind("局", ("我局",), ()),
    UnitKind("教育集团", ("我校", "我园", "我集团")),
    UnitKind("幼儿园", ("我园", "我校")),
    UnitKind("医院", ("我院",), ("院",)),
    UnitKind("学院", ("我校", "我院"), ("校", "院")),
    UnitKind("大学", ("我校",), ("校",)),
    UnitKind("中学", ("我校",), ("校",)),
    UnitKind("小学", ("我校",), ("校",)),
    UnitKind("学校", ("我校",), ("校",)),
    UnitKind("集团", ("我公司", "我司", "我集团"), ("公司", "集团")),
    UnitKind("公司", ("我公司", "我司"), ("公司", "集团")),
    UnitKind("委员会", ("我委",), ()),
    UnitKind("办公室", ("我办", "我室")),
    UnitKind("委", ("我委",), ()),
    UnitKind("厅", ("我厅",), ()),
    UnitKind("中心", ("我中心",)),
    UnitKind("社区", ("我社区",), ("社区",)),
    UnitKind("村", ("我村",), ("村",)),
    UnitKind("嘎查", ("我嘎查",), ("嘎查", "村")),
    UnitKind("苏木", ("我苏木",), ("苏木", "乡", "镇")),
    UnitKind("院", ("我院",), ("院",)),
    UnitKind("站", ("我站",)),
    UnitKind("馆", ("我馆",)),
    UnitKind("林场", ("我场",)),
    UnitKind("农场", ("我场",)),
    UnitKind("支行", ("我行", "我支行")),
    *(UnitKind(end, ("我行", "我分行")) for end in ("银行", "分行", "农商行")),
    *(UnitKind(end, ("我社", "我联社")) for end in ("联社", "信用社", "供销社")),
    *(UnitKind(end, (f"我{end}", "我公司", "我司"), ("公司", "集团")) for end in ("矿", "厂", "库")),
    *(UnitKind(end, ("我队", f"我{end}", "我局"), ()) for end in ("支队", "大队")),
    *(UnitKind(end, ("我队", f"我{end}", "我公司", "我司")) for end in ("车队", "中队")),
    *(UnitKind(end, (f"我{end}", "我厂", "我公司", "我司")) for end in ("车间", "项目部", "工区")),
    *(UnitKind(end, ("我会", "我商会", "我协会"), ()) for end in ("商会", "协会", "学会", "联合会", "总工会")),
    *(UnitKind(end, ("我区", "我园区", "我委", "我开发区"), ()) for end in ("开发区", "园区", "新区", "管委会")),
    UnitKind("党校", ("我校",), ("校",)),
    UnitKind("法庭", ("我庭", "我院"), ("院",)),
    UnitKind("系", ("我系", "我院", "我校"), ("校", "院")),
    UnitKind("监狱", ("我监", "我狱"), ()),
    UnitKind("处", ("我处",)),
    UnitKind("段", ("我段",), ()),
    UnitKind("台", ("我台",)),
    UnitKind("所", ("我所",)),
)
"""Ends of names of units, those that end alike longest first."""
_OFFICE = re.compile(
    "(?:（[一-鿿]{2,6}）)?(?:(?<=医院)[一-鿿]{1,6}科|(?<=集团|公司)[一-鿿]{2,8}(?:部|车间)|(?<=局)[一-鿿]{2,6}[科股室])?"
    "(?:机关|离退休)?(?:第[一二三四五六七八九十]{1,3})?$"
)
"""What stands between a unit's name and a branch of it: 统计局机关第二党支部, 医院内科党支部."""
_BRANCH = re.compile(
    "^.*(?:公司|集团|医院|学校|中学|小学|局|大学|学院|法院|检察院|博物馆|图书馆|中心|支队|银行)(?=(?!与|和|联|及)[一-鿿]{1,7}(?<!联)[^社团会和与合]$)"
)
"""The unit that a branch of another name is one of: 自来水公司管网抢修."""
_SCHOOL_IN_SCHOOL = re.compile("(?:大学|学院)[一-鿿]+学院$")


def kind_of(name: str) -> UnitKind | None:
    """Return what sort of unit has that name, None where its end is no end that we know."""
    name = _OFFICE.sub("", name)
    kind = next((kind for kind in KINDS if name.endswith(kind.end)), None)
    if kind is None and (branch := _BRANCH.search(name)) and "与" not in name:
        kind = next(kind for kind in KINDS if branch.group().endswith(kind.end))
    if kind is not None and _SCHOOL_IN_SCHOOL.search(name):
        return replace(kind, selves=("我院",))  # 我校 is the university
    return kind
