"""Characters that say the opposite of each other: nobody writes one for the other by a slip of the keyboard."""

_PAIRS = (
    "大小 多少 高低 上下 左右 前后 新老 新旧 男女 长短 远近 早晚 内外 加减 升降 进出 "
    "大微 快慢 冷热 公私 城乡 东西 南北 先后 正副 主次 虚实 动静 厚薄 宽严 紧松 轻重 问答 师徒"
)
OPPOSITE = frozenset(frozenset(pair) for pair in _PAIRS.split())
