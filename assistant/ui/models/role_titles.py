"""What the window calls the roles of sections, where a report kind has no words of its own for them."""

ROLE_TITLES = {
    "title": "标题",
    "byline": "署名行",
    "salutation": "称谓",
    "opening": "开头",
    "rectification": "上年度整改",
    "main_work": "主要工作",
    "highlights": "特色亮点",
    "integrity": "廉洁自律",
    "problems": "存在问题",
    "causes": "原因分析",
    "problems_causes": "存在问题及原因",
    "next_steps": "下一步打算",
    "problems_next_steps": "问题与下一步打算",
    "closing": "结束语",
    "signature": "落款",
    "other": "其他部分",
}

LEVEL_TITLES = ("总标题", "一级标题", "二级标题", "三级标题", "四级标题")
"""What the window calls heading levels 0 to 4."""
