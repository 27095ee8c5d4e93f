"""Render the parts of the window to PNG files, to be looked at by people."""

import argparse
import os
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

TODAY = date(2026, 12, 8)


def start_page(icons: object, *, full: bool) -> QWidget:
    """Build the start page with everything on it, or as a newcomer sees it."""
    from assistant.ui.panels.start_page import DraftCard, KindCard, RecentFile, StartContent, StartPage

    page = StartPage(icons)
    kinds = (
        KindCard("grassroots", "抓基层党建工作述职", "党委（党组）书记、党支部书记年底向上级述职"),
        KindCard("duty", "述责述廉", "领导干部个人履职尽责、廉洁自律情况"),
        KindCard("annual", "年度工作述职", "领导班子成员年度考核述职"),
    )
    drafts = (
        DraftCard("1", "2026年度抓基层党建工作述职报告", datetime(2026, 12, 8, 9, 41)),
        DraftCard(
            "2", "关于青石镇党委书记抓基层党建工作情况的述职报告（送审稿第三次修改，含组织部意见）",
            datetime(2026, 12, 7, 18, 5), "D:/工作/2026/述职/青石镇/青石镇党委书记述职报告送审稿.docx",
        ),
    )  # fmt: skip
    recent = (
        RecentFile("D:/工作/2025/述职/2025年度抓基层党建工作述职报告.docx", datetime(2026, 12, 8, 8, 2)),
        RecentFile("E:/U盘/述职汇报.docx", datetime(2026, 11, 20, 8, 2), exists=False),
        RecentFile("C:/Users/办公室/Documents/往年材料/2024/定稿.docx", datetime(2025, 12, 30, 8, 2)),
    )
    page.show_content(StartContent(kinds, drafts, recent) if full else StartContent(kinds), TODAY)
    page.start()
    return page


def messages(icons: object) -> QWidget:
    """Build a page with two messages above it."""
    from assistant.ui.messages import Choice, Message, MessageBar

    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    samples = (
        Message("已保存到 D:/工作/述职报告.docx。", "done"),
        Message("这份报告还缺“上年度整改情况”，已在大纲里标出。", "info", (Choice("add", "补上"),)),
        Message(
            "这个文件在打开之后被别的程序改过，现在保存会盖掉那些改动，请选择怎么办。", "warning",
            (Choice("as", "另存为"), Choice("over", "仍要保存")),
        ),
        Message(
            "没能保存：文件夹是只读的，稿子还在窗口里，草稿也已存好；请换个地方另存，"
            "例如“我的文档”，或者请管理员给这个文件夹加上写入权限后再试一次。", "error",
            (Choice("as", "另存为"), Choice("retry", "再试一次")),
        ),
    )  # fmt: skip
    for pair in (samples[:2], samples[2:]):
        bar = MessageBar(icons)
        for message in pair:
            bar.show_message(message)
        column.addWidget(bar)
    page = QTextEdit()
    page.setProperty("kind", "page")
    column.addWidget(page, 1)
    return holder


def status(icons: object) -> QWidget:
    """Build the status bar in its states, one below the other."""
    from assistant.ui.panels.status_bar import Counts, DraftState, StatusBar

    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setSpacing(16)
    empty = StatusBar(icons)
    calm = StatusBar(icons)
    calm.show_counts(Counts(words=2590, minutes=12, error=1, blank=3))
    calm.show_draft(DraftState(time(14, 32)))
    busy = StatusBar(icons, patience=0)
    busy.show_counts(Counts(words=12590, selected=152, minutes=57, blank=3, error=6, suspect=12, hint=40))
    busy.show_draft(DraftState(None, "磁盘满了"))
    busy.show_zoom(125)
    busy.show_progress("正在检查全文", 0.4)
    for bar in (empty, calm, busy):
        column.addWidget(bar)
    column.addStretch(1)
    return holder


def find(icons: object) -> QWidget:
    """Build the find bar in its states, one below the other."""
    from assistant.ui.panels.find_bar import FindBar

    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setSpacing(16)
    for text, replace, current, total in (
        ("", False, 0, 0), ("党支部", False, 3, 18), ("党支步", False, 0, 0), ("支部", True, 1, 2),
    ):  # fmt: skip
        bar = FindBar(icons)
        column.addWidget(bar)
        bar.open(text, replace=replace)
        bar.show_hits(current, total)
    column.addStretch(1)
    return holder


def natural(dialog: QWidget) -> QWidget:
    """Show a dialog in its own size."""
    dialog.setProperty("natural", True)
    return dialog


def new_report() -> QWidget:
    """Build the form for a new report."""
    from assistant.ui.dialogs.new_report import NewReport, NewReportDialog
    from assistant.ui.panels.start_page import KindCard

    kinds = (KindCard("grassroots", "抓基层党建工作述职"), KindCard("duty", "述责述廉"))
    return natural(NewReportDialog(kinds, NewReport("grassroots", 2026)))


def crash(icons: object, *, saved: bool) -> QWidget:
    """Build the dialog after a mistake of ours."""
    from assistant.ui.dialogs.crash import CrashDialog, crash_report

    try:
        raise RuntimeError
    except RuntimeError as error:
        return natural(CrashDialog(crash_report(error, "0.1.0"), icons, draft_saved=saved))


def about(icons: object) -> QWidget:
    """Build the dialog about the program."""
    from assistant.ui.dialogs.about import AboutDialog

    facts = ("Python 3.11.7，Qt 6.9.3", "草稿文件夹：C:/Users/办公室/AppData/Local/shuzhi")
    return natural(AboutDialog("0.1.0", facts, icons))


def shortcuts() -> QWidget:
    """Build the list of keys."""
    from assistant.ui.dialogs.shortcuts import ShortcutGroup, ShortcutsDialog

    groups = (
        ShortcutGroup("文件", (("Ctrl+N", "新建"), ("Ctrl+O", "打开"), ("Ctrl+S", "保存"), ("F12", "另存为"))),
        ShortcutGroup("编辑", (("Ctrl+Z", "撤销"), ("Ctrl+Y", "恢复"), ("Ctrl+F", "查找"), ("Ctrl+H", "替换"))),
        ShortcutGroup("校对", (("F7", "校对全文"), ("Alt+F7", "下一处问题"), ("Alt+Enter", "看依据和改法"))),
        ShortcutGroup("写作", (("F11 / Shift+F11", "下一处 / 上一处待填"), ("Alt+1…5", "插入第几条建议"))),
        ShortcutGroup("窗口", (("F6 / Shift+F6", "在大纲、正文、侧栏之间走动"), ("Ctrl+滚轮", "缩放"))),
    )
    return natural(ShortcutsDialog(groups))


def builders(icons: object) -> dict[str, Callable[[], QWidget]]:
    """Return every picture by name."""
    return {
        "start_full": lambda: start_page(icons, full=True),
        "start_empty": lambda: start_page(icons, full=False),
        "messages": lambda: messages(icons),
        "status": lambda: status(icons),
        "find": lambda: find(icons),
        "new_report": new_report,
        "crash_saved": lambda: crash(icons, saved=True),
        "crash_unsaved": lambda: crash(icons, saved=False),
        "about": lambda: about(icons),
        "shortcuts": shortcuts,
    }


def main() -> None:
    """Draw the pictures that were asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", default="1")
    options = parser.parse_intermixed_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    from assistant.paths import resources
    from assistant.ui import theme
    from assistant.ui.icons import Icons

    app = QApplication([])
    look = theme.theme_by_id(options.theme)
    theme.apply(app, look)
    width, height = (int(part) for part in options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, build in builders(Icons(resources() / "icons", look)).items():
        if options.names and name not in options.names:
            continue
        widget = build()
        window = widget.window()
        if not window.property("natural"):
            window.resize(int(width / float(options.scale)), int(height / float(options.scale)))
        window.setProperty("kind", "surface")
        window.show()
        window.activateWindow()
        app.processEvents()
        target = options.folder / f"{name}-{look.id}-{options.scale}.png"
        window.grab().save(str(target))
        print(target)
        window.close()


if __name__ == "__main__":
    main()
