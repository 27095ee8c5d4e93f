"""Every connection between widgets and the parts that serve them: what leads to what."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from assistant.checks.rule import Level
from assistant.ui.coordinator import Coordinator
from assistant.ui.editor.page import next_zoom
from assistant.ui.messages import Message
from assistant.ui.panels.status_bar import DraftState
from assistant.ui.theme import themes

_LEVELS = {"error": Level.ERROR, "suspect": Level.SUSPECT, "hint": Level.HINT}


def connect(coordinator: Coordinator) -> None:
    """Connect everything, once."""
    _text(coordinator)
    _panels(coordinator)
    _corrections(coordinator)
    _commands(coordinator)
    _start_page(coordinator)
    _messages_and_status(coordinator)
    # The turn after the worker has been told to start: both get ready at the same time.
    coordinator.window.after_first_paint(lambda: QTimer.singleShot(0, coordinator, lambda: _features(coordinator)))


def _text(c: Coordinator) -> None:
    editor, window = c.window.editor, c.window
    editor.text_edited.connect(c.text_edited)
    editor.caret_moved.connect(c.caret.moved)
    editor.lock_touched.connect(lambda words: window.messages.show_message(Message(words, "warning", key="lock")))
    editor.zoom_chosen.connect(c.views.set_zoom)
    editor.menu_wanted.connect(lambda place: _menu(c, place))
    editor.document().modificationChanged.connect(lambda _: c.display.show_title(c.work))
    editor.document().undoAvailable.connect(window.action("undo").setEnabled)
    editor.document().redoAvailable.connect(window.action("redo").setEnabled)
    c.analysing.analysed.connect(c.analysed)
    c.analysing.begun.connect(lambda: window.status.show_progress("正在检查…"))
    c.analysing.ended.connect(window.status.end_progress)
    c.analysing.failed.connect(window.messages.show_error)


def _panels(c: Coordinator) -> None:
    outline, findings, suggestions = c.window.outline, c.window.findings, c.window.suggestions
    outline.place_chosen.connect(c.panels.go_to)
    outline.section_wanted.connect(c.panels.add_section)
    outline.said_chosen.connect(c.panels.say)
    outline.kind_chosen.connect(c.panels.choose_kind)
    outline.requirements_wanted.connect(c.requirements.ask)
    outline.move_wanted.connect(lambda block, down: c.moving.move_section(block, down=down))
    outline.level_wanted.connect(lambda block, deeper: c.moving.relevel_section(block, deeper=deeper))
    findings.finding_chosen.connect(c.findings.show_finding)
    findings.fix_requested.connect(c.findings.apply_fixes)
    findings.ignore_requested.connect(c.findings.ignore)
    findings.rule_disabled.connect(c.findings.disable_rule)
    findings.section_wanted.connect(c.panels.add_section)
    findings.full_check_requested.connect(c.full_check)
    suggestions.phrase_chosen.connect(c.panels.insert_phrase)
    suggestions.more_requested.connect(c.suggesting.more)
    suggestions.filter_changed.connect(c.suggesting.filter)
    suggestions.narrowed.connect(lambda *_: c.suggesting.narrow())
    c.window.editor.phrase_dropped.connect(suggestions.drop)
    for panel in (outline, findings, suggestions):
        panel.text_focus_requested.connect(c.window.editor.setFocus)
    c.window.outline_rail.unfolded.connect(lambda: c.window.set_panel("outline", shown=True))
    c.window.side_rail.unfolded.connect(lambda: c.window.set_panel("side", shown=True))
    for number in range(1, 6):
        key = QShortcut(QKeySequence(f"Alt+{number}"), c.window)
        key.activated.connect(lambda n=number: c.window.suggestions.choose(n))


def _corrections(c: Coordinator) -> None:
    panel, view, correcting = c.window.revisions, c.window.marked, c.correcting
    panel.place_chosen.connect(correcting.go_to)
    panel.change_chosen.connect(correcting.show_change)
    panel.resolve_requested.connect(correcting.settle)
    panel.reply_requested.connect(correcting.answer)
    panel.comments_removed.connect(correcting.dismiss)
    panel.text_focus_requested.connect(lambda: _back(c))
    view.revision_chosen.connect(panel.select_revision)
    view.comment_chosen.connect(panel.select_comment)
    view.zoom_chosen.connect(c.views.set_zoom)
    c.window.messages.chosen.connect(correcting.choose)
    c.window.action("show_marked").triggered.connect(lambda on: correcting.toggle_view(shown=on))


def _save_tracked(c: Coordinator) -> None:
    author = c.correcting.author()
    if author:
        c.files.saving.save(author=author)


def _commands(c: Coordinator) -> None:
    window, views = c.window, c.views
    table = {
        **c.texts.table(),
        **c.moving.table(),
        "new": c.files.new,
        "open": c.files.open,
        "save": c.files.saving.save,
        "save_as": c.files.saving.save_as,
        "save_tracked": lambda: _save_tracked(c),
        "close": c.close_text,
        "annotate": c.correcting.annotate,
        "quit": window.close,
        "check": c.full_check,
        "find": lambda: _find(c, replace=False),
        "replace": lambda: _find(c, replace=True),
        "zoom_in": lambda: views.set_zoom(next_zoom(views.zoom, up=True)),
        "zoom_out": lambda: views.set_zoom(next_zoom(views.zoom, up=False)),
        "zoom_reset": lambda: views.set_zoom(1.0),
        "requirements": c.requirements.ask,
        "statistics": views.show_statistics,
        "shortcuts": views.show_shortcuts,
        "about": views.show_about,
    }
    _bind(c, table)
    for name, panel in (("show_outline", "outline"), ("show_side", "side")):
        window.action(name).triggered.connect(lambda on, which=panel: window.set_panel(which, shown=on))
    for theme in themes():
        window.theme_menu.addAction(theme.title, lambda chosen=theme: views.set_theme(chosen))


def _features(c: Coordinator) -> None:
    """Build what can be done beside writing; half of the window's modules belong to it, no first paint needs them."""
    from assistant.ui.features import Features

    features = Features(c)
    _bind(c, features.table())
    features.connect_parts()


def _bind(c: Coordinator, table: dict[str, Callable[[], None]]) -> None:
    for name, command in table.items():
        c.window.action(name).triggered.connect(lambda _checked=False, run=command: run())


def _start_page(c: Coordinator) -> None:
    start = c.window.start_page
    start.new_requested.connect(c.files.new)
    start.open_requested.connect(c.files.open)
    start.path_requested.connect(c.files.open_path)
    start.draft_requested.connect(lambda draft: c.drafting.load(int(draft)))
    start.sample_requested.connect(c.files.open_sample)
    c.drafting.listed.connect(c.starting.show_drafts)
    c.drafting.loaded.connect(c.files.recover)
    c.window.file_dropped.connect(lambda path: _dropped(c, path))
    c.window.closing.connect(c.closing)


def _messages_and_status(c: Coordinator) -> None:
    window, messages, status = c.window, c.window.messages, c.window.status
    messages.chosen.connect(c.files.choose)
    messages.chosen.connect(c.files.saving.choose)
    messages.chosen.connect(c.findings.choose)
    messages.chosen.connect(c.moving.choose)
    messages.chosen.connect(c.requirements.choose)
    messages.chosen.connect(lambda *_: _back(c))
    messages.closed.connect(lambda *_: _back(c))
    status.zoom_requested.connect(lambda percent: c.views.set_zoom(percent / 100))
    status.cancel_requested.connect(c.background.cancel)
    status.visit_requested.connect(lambda which: _visit(c, which))
    window.find_bar.searched.connect(c.searching.search)
    window.find_bar.replaced.connect(c.searching.replace)
    window.find_bar.closed.connect(window.editor.setFocus)
    c.drafting.saved.connect(lambda at: _draft_saved(c, at))
    c.drafting.failed.connect(lambda error: status.show_draft(DraftState(trouble=error.message)))
    c.drafting.unreadable.connect(lambda words: messages.show_message(Message(words, "warning")))
    c.storing.noticed.connect(lambda words: messages.show_message(Message(words, "warning", lasting=True)))


def _draft_saved(c: Coordinator, at: datetime) -> None:
    c.window.status.show_draft(DraftState(saved=at.time()))


def _back(c: Coordinator) -> None:
    if c.window.shows_text:
        c.window.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        c.window.start_page.start()


def _visit(c: Coordinator, which: str) -> None:
    if which == "blank":
        c.texts.walk_blanks(forwards=True)
    else:
        c.texts.next_finding(_LEVELS[which])


def _find(c: Coordinator, *, replace: bool) -> None:
    chosen = c.window.editor.textCursor().selectedText()
    c.window.find_bar.open("" if "\u2029" in chosen else chosen, replace=replace)


def _menu(c: Coordinator, place: QPointF) -> None:
    mark = c.texts.mark_under_caret()
    actions = []
    if mark is not None:
        for fix in mark.finding.fixes[:3]:
            action = QAction(fix.label)
            action.triggered.connect(lambda _=False, one=fix: c.findings.apply_fixes((one,)))
            actions.append(action)
        ignore = QAction("忽略这一处")
        ignore.triggered.connect(lambda: c.findings.ignore(mark.finding))
        actions.append(ignore)
    from assistant.ui.features import features_of

    actions += c.texts.menu_actions()
    actions += features_of(c).reuse.last_year.menu_actions()
    c.views.show_menu(place, actions)


def _dropped(c: Coordinator, path: str) -> None:
    """Open a file dropped on the window; one of dated formulations is taken in the place of the older one."""
    from assistant.ui.features import features_of

    if path.lower().endswith(".toml"):
        features_of(c).checking.rules.take_newer(path)
    else:
        c.files.open_path(path)
