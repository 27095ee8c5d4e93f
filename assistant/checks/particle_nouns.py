"""What may be a noun behind 的, so that neither 地 nor 得 is asked for: 积极的推动作用, 干的活最累, 建设的标准."""

import re
from collections.abc import Sequence

_NAMED = frozenset(
    [
        "作用",
        "机制",
        "体系",
        "环境",
        "能力",
        "水平",
        "局面",
        "氛围",
        "措施",
        "办法",
        "方式",
        "方法",
        "形式",
        "程序",
        "架构",
        "力量",
        "基础",
        "保障",
        "支撑",
        "平台",
        "模式",
        "格局",
        "制度",
        "工作",
        "活动",
        "成果",
        "成效",
        "效果",
        "经验",
        "态度",
        "条件",
        "关系",
        "情况",
        "过程",
        "意见",
        "建议",
        "成绩",
        "路径",
        "思路",
        "渠道",
        "途径",
        "手段",
        "载体",
        "举措",
        "意识",
        "动力",
        "压力",
        "进程",
        "步伐",
        "势头",
        "趋势",
        "空间",
        "精神",
        "任务",
        "计划",
        "方案",
        "部署",
        "研究",
        "要求",
        "责任",
        "服务",
        "管理",
        "教育",
        "培训",
        "效应",
        "功能",
        "优势",
        "效率",
        "质量",
        "网络",
        "链条",
        "流程",
        "标准",
        "目标",
        "对象",
        "重点",
        "内容",
        "主体",
        "队伍",
        "人员",
    ]
)
"""Nouns that a verb before them only names more closely: 积极的推动作用."""
_HEADS = frozenset(["作用", "机制", "体系", "措施", "能力"])
"""Those of them that name what several verbs do: 积极的引领带动作用."""
_SUBJECT_OF = frozenset(["赢得", "换来", "在", "是", "让", "使", "得到", "取得", "成为", "带来", "受到"])
"""Verbs behind what is then their subject: 一丝不苟的服务赢得信任."""
_COMPARED = re.compile("[多少不]|(?:还|也|更|较|最|相对|比较)[多少]")
"""Behind 的 they tell of those who do something: 照本宣科的多，研讨交流的少."""
_DONE_TO = frozenset("活事话人饭钱书路课")
"""Behind the 的 of a verb they are what is done, said or spent: 干的活最累."""
_PAST = frozenset("过了")
"""Before a 的 they tell that what follows is named: 见过的最好的论文."""
NAMES_TOO = frozenset(
    [
        "困难",
        "规范",
        "科学",
        "集中",
        "均衡",
        "协调",
        "表面",
        "机械",
        "主动",
        "投入",
        "全面",
        "系统",
        "平衡",
        "稳定",
        "普遍",
        "严肃",
        "统一",
        "标准",
    ]
)
"""What may be a thing as well where no word of degree stands before it."""
_PAIR = 2
"""Characters of what may be a thing as well."""


def is_name_too(text: str, at: int) -> bool:
    """Tell whether what stands at a place names a thing as often as it tells how something is done: 建设的标准."""
    return text[at : at + _PAIR] in NAMES_TOO


def is_noun(other: str, before: str, behind: Sequence[str]) -> bool:
    """Tell whether 的 and what stands behind it may name something, so that 地 or 得 is not asked for."""
    if other == "得":
        return before[-1] in _PAST or behind[0] in _DONE_TO or _COMPARED.match("".join(behind)) is not None
    return len(behind) == 1 or behind[1] in _NAMED or behind[1] in _SUBJECT_OF or not _HEADS.isdisjoint(behind)
