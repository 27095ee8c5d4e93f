"""What stands around a mark: the item and the clause before it, the item and the clause behind it.

What is quoted, named in 《》 or put in brackets is one word of its clause: the marks in it part nothing outside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENCLOSED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）")
_BLANK = re.compile("【[^【】]*】")
_INNER = str.maketrans("，、。；：！？", "·······")
_PARTS = re.compile("[，、。；：！？\n]")
_CLOSES = "，。；：！？\n"

_HOW = (
    "全年 今年 先后 累计 共 已 我 带头 继续 坚持 认真 积极 扎实 深入 大力 切实 进一步 创新 牵头 主动 及时 定期 "
    "广泛 全面 持续 不断 牢固 常态化 支部 党支部 党委会? 党组会? 专题"
)
DEEDS = (
    "开展 召开 举办 组织(?!生活|建设|部) 完成 制定 修订 完善 健全 建立 建成 (?<!支部)(?<!党委)(?<!党组)建设 新建 "
    "改造 推行 推进 推出 实行 严格执行 调整 整顿 选派 选优 选配 选树 "
    "选聘 配备 配强 配齐 培养 培育 培训(?![费班]) 发展(?!对象) 吸收 走访 慰问 看望 帮扶 协调 化解 排查 整改 整治 "
    "清理 成立 组建 设立 设置 打造 创建 "
    "搭建 开设 开通 开办 开发 引进 引入 投入 筹集 发放 发动 动员 号召 强化 加强 加大 深化 规范 严格 严肃 抓好 抓实 "
    "做好 做实 压实 明确 细化 优化 "
    "整合 盘活 梳理 收集 征求 征集 邀请 聘请 参加 参与 观看 参观 传达 编印 制作 印制 编发 撰写 签订 兑现 公开 公示 "
    "通报 约谈 查处 处置 处理 安装 "
    "修建 修缮 硬化 更换 购置 配置 流转 种植 带领 树立 办理 受理 接待 新增 查找 查摆 下发 发出 "
    "学习(?!教育|型|强国|习近平)"
).replace(" ", "|")
"""Verbs of what an office does, by which its clauses begin."""
DONE = f"(?:{_HOW.replace(' ', '|')}|每[^，。；]{{1,4}})*(?:{DEEDS})"
"""What a clause that tells a deed begins with: how it is done, and the verb."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A mark at `at`: items end at any mark, clauses at any but 、.

    `clause` and `item` end before it, `next_item` and `next_clause` begin behind it; `behind` is the mark that ends
    the next item, empty at the end of the text, `before` the one that the item begins behind.
    """

    at: int
    mark: str
    before: str
    clause: str
    item: str
    next_item: str
    next_clause: str
    behind: str


def masked(text: str) -> str:
    """Return a text in which the marks that stand part clauses: enclosed ones are dots, blanks 【次数】 are figures."""
    plain = _ENCLOSED.sub(lambda found: found.group().translate(_INNER), text)
    return _BLANK.sub(lambda found: "0" * len(found.group()), plain) if "【" in plain else plain


def gaps(text: str, marks: str) -> Iterator[Gap]:
    """Yield each of some marks with what stands around it."""
    plain = masked(text)
    places = [found.start() for found in _PARTS.finditer(plain)]
    ends = [-1, *places, len(plain)]
    for number, at in enumerate(places):
        if plain[at] not in marks:
            continue
        begin, stop = ends[number], ends[number + 2]
        opened = next((one for one in reversed(places[:number]) if plain[one] in _CLOSES), -1)
        closed = next((one for one in places[number + 1 :] if plain[one] in _CLOSES), len(plain))
        yield Gap(
            at,
            plain[at],
            plain[begin] if begin >= 0 else "",
            plain[opened + 1 : at],
            plain[begin + 1 : at],
            plain[at + 1 : stop],
            plain[at + 1 : closed],
            plain[stop : stop + 1],
        )
