"""Characters that say the opposite of each other: nobody writes one for the other by a slip of the keyboard."""

_PAIRS = "大小 多少 高低 上下 左右 前后 新老 新旧 男女 长短 远近 早晚 内外 加减 升降 进出"
OPPOSITE = frozenset(frozenset(pair) for pair in _PAIRS.split())
