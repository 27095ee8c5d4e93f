"""The unit's own words: those it never writes, and those that must stand in its report."""

from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.document.context import OwnWord


def forbidden(survey: Survey, /) -> Iterator[Located]:
    """Yield every place of a forbidden word, with what to write instead; inside a longer one only that is named."""
    words = sorted(survey.context.forbidden, key=lambda word: -len(word.text))
    for index, block in enumerate(survey.document.blocks):
        taken: list[tuple[int, int]] = []
        for word in words:
            at = block.text.find(word.text) if word.text and block.opaque is None else -1
            while at >= 0:
                end = at + len(word.text)
                if not any(start < end and at < stop for start, stop in taken):
                    taken.append((at, end))
                    instead = (word.instead,) if word.instead else ()
                    yield Located(index, Match(at, end, instead, _key(word)), _reason(word))
                at = block.text.find(word.text, end)


def required(survey: Survey, /) -> Iterator[Located]:
    """Yield, for every report, the words that must stand in it and don't."""
    for number, report in enumerate(survey.reports):
        text = "\n".join(block.text for block in survey.document.blocks[report.first : report.last + 1])
        for word in survey.context.required:
            if word.text and word.text not in text:
                match = Match(0, 0, key=_key(word))
                yield Located(None, match, _note(word), report=number, subject=word.text)


def _key(word: OwnWord) -> str:
    return word.text.replace(".", "·")


def _reason(word: OwnWord) -> str:
    return (f"，改用“{word.instead}”" if word.instead else "") + _note(word)


def _note(word: OwnWord) -> str:
    return f"（{word.note}）" if word.note else ""
