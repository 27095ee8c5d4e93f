"""Words that any writer chooses as they like, so that another of them in a formulation is no slip."""

_WORDS = (
    "开展 推进 推动 促进 加快 抓好 做好 深化 组织 落实 贯彻 执行 坚持 加强 强化 提升 提高 增强 完善 健全 "
    "构建 建设 建立 打造 营造 形成 筑牢 夯实 守住 守牢 树立 树牢 树好 践行 弘扬 发扬 传承 激发 激励 发挥 "
    "履行 压实 扛起 扛牢 严格 严肃 认真 切实 扎实 深入 持续 不断 牢牢 牢固 坚决 全面 充分 着力 积极 主动 "
    "大力 更好 努力 始终 培育 融入 防范 防止 遏制 整治 整顿 解决 化解 纠治 反对 力戒 服务 保障 支持 引领 "
    "学习 宣传 领悟 把握 认识 理解 "
    "广泛 有效 不懈 稳步 稳妥 有序 重点 着重 统筹 协同 全力 深度 高度 真正 具体 各项 领会 相关 有关 主要 "
)
FREE_WORDS = frozenset(_WORDS.split())
"""Verbs, and words of how something is done, any of which goes with what is done: 扎实推进党纪学习教育."""
