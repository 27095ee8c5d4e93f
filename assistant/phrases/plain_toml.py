"""Read the plain shape of TOML in which the library is written, many times faster than tomllib.

Tables `[[name]]` and `[name.inner]`, one `key = value` a line, strings without escapes, lists of them on one line,
whole numbers, truth values, comments on lines of their own. Whatever else stands in a file is left to tomllib, which
also says what is wrong with it.
"""

import re
from typing import Any

_LINE = re.compile(
    r"""([A-Za-z0-9_-]+)\ =\ (?:
        '(?P<raw>[^'\x00-\x08\x0a-\x1f\x7f]*)'
        |"(?P<text>[^"\\\x00-\x08\x0a-\x1f\x7f]*)"
        |\[(?P<list>(?:"[^"\\\x00-\x08\x0a-\x1f\x7f]*"(?:,\ )?)*)\]
        |(?P<number>[1-9]\d{0,8}|0)
        |(?P<flag>true|false))""",
    re.VERBOSE,
)
_NAME = re.compile(r"[A-Za-z0-9_-]+")


def read_plain(text: str) -> dict[str, Any] | None:
    """Return what tomllib would, None where the text is not as plain as that."""
    content: dict[str, Any] = {}
    table = content
    for line in text.split("\n"):
        if not line or line[0] == "#":
            if "\r" in line or "\t" in line:
                return None
            continue
        if line[0] == "[":
            opened = _open(line, content)
            if opened is None:
                return None
            table = opened
            continue
        match = _LINE.fullmatch(line)
        if match is None or match[1] in table:
            return None
        table[match[1]] = _value(match)
    return content


def _value(match: re.Match[str]) -> object:
    kind = match.lastgroup
    value = match[kind or 0]
    if kind == "list":
        return value.split('"')[1::2]
    if kind == "number":
        return int(value)
    return value == "true" if kind == "flag" else value


def _open(line: str, content: dict[str, Any]) -> dict[str, Any] | None:
    """Open `[[name]]`, or `[name.inner]` in the last table of an array; None for anything else."""
    if line.startswith("[["):
        name = line[2:-2]
        if not line.endswith("]]") or not _NAME.fullmatch(name) or not _is_array(content, name):
            return None
        table: dict[str, Any] = {}
        content.setdefault(name, []).append(table)
        return table
    name, _, inner = line[1:-1].partition(".")
    rows = content.get(name)
    if not line.endswith("]") or not _NAME.fullmatch(inner) or not isinstance(rows, list) or not rows:
        return None
    if not isinstance(rows[-1], dict) or inner in rows[-1]:
        return None
    rows[-1][inner] = {}
    found: dict[str, Any] = rows[-1][inner]
    return found


def _is_array(content: dict[str, Any], name: str) -> bool:
    rows = content.get(name, [])
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
