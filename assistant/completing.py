"""The command `complete`: learn files, then say what may follow a text."""

from argparse import Namespace
from pathlib import Path

from assistant.errors import AssistantError
from assistant.learning import report_files
from assistant.paths import resources
from assistant.phrases.completion import Completer, Completion, load_completer
from assistant.session import open_file
from assistant.terminal import FINE, Outcome
from assistant.text.characters import clean


class NothingToLearn(AssistantError):
    """A folder holds no file that could be a past report."""


def completed(options: Namespace) -> Outcome:
    """Learn the files of `--learn` as past reports, and return the completions of `--context`.

    All paragraphs of the context but the last are learned as finished ones of the document being written. Raises
    CannotOpen for the first file that can't be read; what can't be read in a folder is left out, and said.
    """
    completer = load_completer(resources())
    complaints: list[str] = []
    for name in options.learn:
        if Path(name).is_dir():
            complaints += _learn_folder(completer, Path(name))
            continue
        try:
            _learn(completer, Path(name))
        except AssistantError as error:
            if len(options.learn) == 1 or Path(name).name in error.message:
                raise
            raise type(error)(f"{Path(name).name}：{error.message}", error.detail) from error
    finished, _, context = clean(options.context).rpartition("\n")
    if finished:
        completer.learn(finished)
    found = completer.complete(context, options.limit)
    data = {"completions": [{"text": offer.text, "gain": offer.gain} for offer in found]}
    lines = [f"{i}. {offer.text}（{_saving(offer)}）" for i, offer in enumerate(found, 1)]
    return Outcome(FINE, data, lines or ["没有合适的续写。"], tuple(complaints))


def _learn(completer: Completer, path: Path) -> None:
    paragraphs = open_file(path).opened.paragraphs
    completer.learn("\n".join(paragraph.text for paragraph in paragraphs), source=str(path))


def _learn_folder(completer: Completer, folder: Path) -> list[str]:
    """Learn every report below a folder; return what to say of those that can't be read."""
    complaints = []
    files = report_files((folder,))
    for path in files:
        try:
            _learn(completer, path)
        except AssistantError as error:
            complaints.append(f"{path.name}：{error.message}")
    if len(complaints) == len(files):
        raise NothingToLearn(f"“{folder.name}”里没有读得了的报告，什么也没有学，请换一个文件夹，或者直接写出文件名。")
    return complaints


def _saving(offer: Completion) -> str:
    return f"平均少打 {offer.gain:.1f} 字" if offer.gain >= 0.1 else "平均少打不到 0.1 字"
