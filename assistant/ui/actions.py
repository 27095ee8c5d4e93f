"""Every command of the window as one table: its words, its icon, its keys, its menu.

Keys follow the Chinese editions of Word and WPS. Never bound, because they belong to input methods and screenshot
tools: Ctrl+Space, Shift+Space, Ctrl+Shift, Ctrl+., Ctrl+;, Ctrl+Shift+F, Ctrl+Alt+A, Alt+A.
"""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from assistant.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `id` names it in the program, `menu` is where it stands, `text` what is read there."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs_text: bool = True


MENUS = ("文件(&F)", "编辑(&E)", "插入(&I)", "版式(&O)", "校对(&R)", "视图(&V)", "工具(&T)", "帮助(&H)")
FILE, EDIT, INSERT, FORMAT, REVIEW, VIEW, TOOLS, HELP = MENUS
SEPARATOR = ""

COMMANDS: tuple[Command, ...] = (
    Command("new", FILE, "新建述职稿(&N)…", ("Ctrl+N",), "new", needs_text=False),
    Command("open", FILE, "打开(&O)…", ("Ctrl+O",), "open", needs_text=False),
    Command("library", FILE, "文稿库(&B)…", ("Ctrl+Shift+L",), "building", needs_text=False),
    Command("from_last_year", FILE, "从去年的报告开始(&L)…", icon="recent", needs_text=False),
    Command("bin", FILE, "回收站(&G)…", needs_text=False),
    Command("recent", FILE, "最近使用(&R)", icon="recent", needs_text=False),
    Command("save", FILE, "保存(&S)", ("Ctrl+S",), "save"),
    Command("save_as", FILE, "另存为(&A)…", ("F12", "Ctrl+Shift+S")),
    Command("save_tracked", FILE, "以修订方式保存(&T)"),
    Command("name_version", FILE, "存为版本(&V)…"),
    Command("history", FILE, "历史版本(&H)…"),
    Command("close", FILE, "关闭文稿(&C)", ("Ctrl+W",)),
    Command("quit", FILE, "退出(&X)", ("Ctrl+Q",), needs_text=False),
    Command("undo", EDIT, "撤销(&U)", ("Ctrl+Z",), "undo"),
    Command("redo", EDIT, "恢复(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    Command("cut", EDIT, "剪切(&T)", ("Ctrl+X",), "cut"),
    Command("copy", EDIT, "复制(&C)", ("Ctrl+C",), "copy"),
    Command("paste", EDIT, "粘贴文字(&P)", ("Ctrl+V", "Ctrl+Shift+V"), "paste"),
    Command("select_all", EDIT, "全选(&A)", ("Ctrl+A",)),
    Command("find", EDIT, "查找(&F)…", ("Ctrl+F",), "search"),
    Command("replace", EDIT, "替换(&H)…", ("Ctrl+H",), "replace"),
    Command("last_edit", EDIT, "上一处修改(&L)", ("Shift+F5",)),
    Command("sections", INSERT, "补上缺少的部分(&S)", icon="missing"),
    Command("blank", INSERT, "待填处 【】(&B)", ("Ctrl+Alt+B",), "blank"),
    Command("add_phrase", INSERT, "加入素材(&M)…", ("Ctrl+Alt+M",), "star"),
    Command("heading1", FORMAT, "这是一级标题  一、(&1)", ("Ctrl+Alt+1",)),
    Command("heading2", FORMAT, "这是二级标题 （一）(&2)", ("Ctrl+Alt+2",)),
    Command("heading3", FORMAT, "这是三级标题  1.(&3)", ("Ctrl+Alt+3",)),
    Command("body", FORMAT, "这是正文(&N)", ("Ctrl+Shift+N",)),
    Command("move_up", FORMAT, "上移(&U)", ("Alt+Shift+Up",)),
    Command("move_down", FORMAT, "下移(&D)", ("Alt+Shift+Down",)),
    Command("promote", FORMAT, "升级(&R)", ("Alt+Shift+Left",)),
    Command("demote", FORMAT, "降级(&L)", ("Alt+Shift+Right",)),
    Command("bold", FORMAT, "加粗(&B)", ("Ctrl+B",)),
    Command("check", REVIEW, "校对(&C)", ("F7",), "check"),
    Command("next_finding", REVIEW, "下一处问题(&N)", ("Alt+F7",), "next"),
    Command("take_fix", REVIEW, "采纳光标处的建议(&T)", ("Alt+Return",), "accept"),
    Command("ignore_fix", REVIEW, "忽略光标处的问题(&I)", icon="ignore"),
    Command("balance", REVIEW, "篇幅和措施(&B)"),
    Command("quotations", REVIEW, "引语清单(&Y)"),
    Command("checklist", REVIEW, "检查单(&P)…"),
    Command("overlap", REVIEW, "雷同检查(&S)…"),
    Command("annotate", REVIEW, "把检查结果写成批注(&A)"),
    Command("compare", REVIEW, "与另一文件比较，生成花脸稿(&D)…"),
    Command("clean", REVIEW, "生成清稿(&L)"),
    Command("show_marked", VIEW, "修订视图（只读）(&M)", checkable=True),
    Command("show_outline", VIEW, "大纲(&O)", icon="outline", checkable=True),
    Command("show_side", VIEW, "建议和检查(&S)", icon="phrases", checkable=True),
    Command("zoom_in", VIEW, "放大(&I)", ("Ctrl+=", "Ctrl++"), "zoom"),
    Command("zoom_out", VIEW, "缩小(&D)", ("Ctrl+-",)),
    Command("zoom_reset", VIEW, "100 %(&0)", ("Ctrl+0",)),
    Command("theme", VIEW, "颜色(&C)", needs_text=False),
    Command("next_pane", VIEW, "下一个窗格(&P)", ("F6",)),
    Command("previous_pane", VIEW, "上一个窗格", ("Shift+F6",)),
    Command("next_place", TOOLS, "下一处要改的（去年的稿子）(&N)", ("F8",)),
    Command("previous_place", TOOLS, "上一处要改的（去年的稿子）", ("Shift+F8",)),
    Command("next_blank", TOOLS, "下一个待填处(&B)", ("F11",), "blank"),
    Command("previous_blank", TOOLS, "上一个待填处", ("Shift+F11",)),
    Command("ghost", TOOLS, "续写提示(&G)", checkable=True, needs_text=False),
    Command("completions", TOOLS, "列出续写(&S)", ("Alt+/",)),
    Command("past_reports", TOOLS, "学习往年报告(&P)…", needs_text=False),
    Command("requirements", TOOLS, "通知要求(&Q)…"),
    Command("unit", TOOLS, "单位资料(&U)…", needs_text=False),
    Command("own_phrases", TOOLS, "我的素材(&M)…", icon="star"),
    Command("words", TOOLS, "我的词库(&K)…", needs_text=False),
    Command("rules", TOOLS, "校对设置(&J)…", icon="settings", needs_text=False),
    Command("statistics", TOOLS, "字数统计(&W)…", ("Ctrl+Shift+G",)),
    Command("take_along", TOOLS, "带走到另一台电脑(&T)…", needs_text=False),
    Command("bring_back", TOOLS, "从另一台电脑带回(&H)…", needs_text=False),
    Command("traceless", TOOLS, "不留痕(&O)", checkable=True, needs_text=False),
    Command("clear_traces", TOOLS, "清除本机痕迹(&C)…", needs_text=False),
    Command("shortcuts", HELP, "快捷键(&K)", ("F1",), "help", needs_text=False),
    Command("about", HELP, "关于述职助手(&A)", icon="info", needs_text=False),
)

GROUP_ENDS = frozenset(
    {
        "recent",
        "save_tracked",
        "history",
        "close",
        "redo",
        "select_all",
        "body",
        "demote",
        "ignore_fix",
        "show_marked",
        "show_side",
        "zoom_reset",
        "theme",
        "previous_blank",
        "statistics",
        "bring_back",
        "past_reports",
    }
)
"""Commands after which a menu has a line."""

TOOLBAR = ("new", "open", "save", SEPARATOR, "undo", "redo", SEPARATOR, "check", "next_finding", SEPARATOR, "find")


def make_actions(window: QMainWindow, icons: Icons) -> dict[str, QAction]:
    """Return an action for every command, by id; the window owns them."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setIconText(plain(command.text))
        action.setToolTip(_tip(command))
        if command.icon:
            icons.dress(action, command.icon)
        actions[command.id] = action
    return actions


def plain(text: str) -> str:
    """Return a menu text without mnemonic and dots: 打开(&O)… → 打开."""
    return text.partition("(&")[0].rstrip("…").strip()


def _tip(command: Command) -> str:
    return plain(command.text) + (f"（{command.keys[0]}）" if command.keys else "")
