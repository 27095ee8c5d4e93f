"""The command `complete`: learn files, then say what may follow a text."""

from argparse import Namespace
from pathlib import Path

from assistant.paths import resources
from assistant.phrases.completion import load_completer
from assistant.session import open_file
from assistant.terminal import FINE, Outcome
from assistant.text.characters import clean


def completed(options: Namespace) -> Outcome:
    """Learn the files of `--learn` as past reports, and return the completions of `--context`.

    All paragraphs of the context but the last are learned as finished ones of the document being written. Raises
    CannotOpen for the first file that can't be read.
    """
    completer = load_completer(resources())
    for name in options.learn:
        paragraphs = open_file(Path(name)).opened.paragraphs
        completer.learn("\n".join(paragraph.text for paragraph in paragraphs), source=name)
    finished, _, context = clean(options.context).rpartition("\n")
    if finished:
        completer.learn(finished)
    found = completer.complete(context, options.limit)
    data = {"completions": [{"text": offer.text, "gain": offer.gain} for offer in found]}
    lines = [f"{i}. {offer.text}（平均少打 {offer.gain:.1f} 字）" for i, offer in enumerate(found, 1)]
    return Outcome(FINE, data, lines or ["没有合适的续写。"])
