"""我的素材: the user's own phrases, what they have starred and want to see less, as a TOML text.

The text has the shape of the library, but that every table names its `role`; `favourites` and `less` stand at the top.
"""

import json
import re
import tomllib
from dataclasses import replace
from typing import Any

from assistant.errors import ResourceError
from assistant.phrases.library import Known, phrases_in
from assistant.phrases.material import OwnPhrases
from assistant.phrases.phrase import OWN, Phrase
from assistant.phrases.tables import Table

LONGEST = 600
"""Characters of one phrase; a longer stretch is a text, not a phrase."""

_MARKS = frozenset({"favourites", "less"})
_PLACE = re.compile(r"(phrase|group)\[(\d+)\](?:\.texts)?\.([\w.-]+)")
_WHY = {
    "unknown key": "有不认识的项目“{key}”",
    "expected a non-empty string": "“{key}”应是一段文字",
    "expected a list of strings": "“{key}”应是一组词",
    "expected a year": "“{key}”应是年份",
    "expected true or false": "“{key}”应是 true 或 false",
}


def read_own(text: str, name: str, known: Known) -> OwnPhrases:
    """Return what stands in a file of own phrases, or in one of the library's shape with roles.

    `known` are the topics and fields there are. Raises ResourceError with one sentence that names the line.
    """
    try:
        content = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise _refused(name, line, "不合格式", str(error)) from error
    try:
        phrases = tuple(_usable(table, phrase) for table, phrase in phrases_in(name, content, known, others=_MARKS))
        top = Table(name, "", content)
        return OwnPhrases(phrases, top.texts("favourites"), top.texts("less"))
    except ResourceError as error:
        raise _explained(name, text, error) from error


def write_own(own: OwnPhrases) -> str:
    """Return the text of a file of own phrases."""
    lines = ["# 述职助手：我的素材。role 是用在哪个部分，topics 是主题，【】里是要填的空。"]
    lines += [f"{key} = {_value(values)}" for key in ("favourites", "less") if (values := getattr(own, key))]
    for phrase in own.phrases:
        lines += ["", "[[phrase]]"]
        lines += [f"{key} = {_value(value)}" for key, value in _fields(phrase)]
    return "\n".join(lines) + "\n"


def _fields(phrase: Phrase) -> list[tuple[str, Any]]:
    names = ("id", "role", "text", "topics", "kinds", "not_kinds", "fields", "since", "until", "spoken", "tags", "note")
    values = [(name, getattr(phrase, name)) for name in names]
    return [(name, value) for name, value in values if value]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    # A JSON string is a basic string of TOML.
    return json.dumps(value, ensure_ascii=False)


def _usable(table: Table, phrase: Phrase) -> Phrase:
    if len(phrase.text) > LONGEST:
        raise table.wrong("text", f"longer than {LONGEST}")
    if re.search(r"[\x00-\x1f\x7f\u2028\u2029\ufffc]", phrase.text):
        raise table.wrong("text", "a control character")
    return replace(phrase, source=OWN)


def _explained(name: str, text: str, error: ResourceError) -> ResourceError:
    """Return the error in words that name the line it is about."""
    place = _PLACE.search(error.detail)
    why = error.detail.rpartition(": ")[2]
    if place is None:
        key = error.detail.split(": ")[1] if error.detail.count(": ") > 1 else ""
        return _refused(name, _line(text, f"{key} ") or 1, f"有不认识的项目“{key}”", error.detail)
    kind, number, key = place[1], int(place[2]), place[3]
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{kind}]]"]
    first = starts[number] if number < len(starts) else 1
    line = _line(text, key, first) or first
    return _refused(name, line, _words(key, why), error.detail)


def _words(key: str, why: str) -> str:
    if why in _WHY:
        return _WHY[why].format(key=key)
    if why.startswith("unknown"):
        return f"“{key}”里的“{why.rpartition(' ')[2]}”不认识"
    return {"longer than 600": "这一条太长，超过 600 字", "a control character": "文字里有不能用的字符"}.get(
        why, f"“{key}”有误"
    )


def _line(text: str, key: str, after: int = 1) -> int | None:
    """Return the number of the line that sets a key, at or behind a line and before the next table."""
    for number, line in enumerate(text.splitlines(), 1):
        if number > after and line.startswith("[["):
            return None
        if number >= after and re.match(rf"\s*{re.escape(key.strip())}\s*=", line):
            return number
    return None


def _refused(name: str, line: int, why: str, detail: str) -> ResourceError:
    return ResourceError(f"“{name}”第 {line} 行{why}，这个文件没有用上，原来的素材没有变，请改正后再试。", detail)
