"""What is wrong in a data file that people may replace, in Chinese: which key, and why."""

import re

_REASONS = (
    ("a month such as", "要写成 2026-03 这样的年月"),
    ("the month up to which", "没有写，要写明数据截至哪个月，例如 2026-03"),
    ("the month in which it closed", "没有写，要写明闭幕的年月"),
    ("a month of beginning or end", "和 to 至少要写一个"),
    ("it ends before it begins", "比 from 还早"),
    ("what ends is judged", "和 to 要么都写，要么都不写"),
    ("what is remembered", "没有写"),
    ("two members or more", "至少要有两项，而且不重复"),
    ("a non-empty string", "没有写，或者不是用引号括起来的文字"),
    ("an array of strings", "要写成方括号里用引号括起来的几个词"),
    ("an array of tables", "要写成 [[…]] 开头的一条一条"),
    ("a number above 0", "要写成大于 0 的数字"),
    ("a year is expected", "要写成 1949 到 2100 之间的年份"),
    ("true or false", "只能写 true 或者 false"),
    ("unknown key", "是程序不认识的项"),
)
_LINE = re.compile("at line ([0-9]+)")
_ENTRY = re.compile(r"(?P<kind>[a-z]+)\[(?P<number>[0-9]+)\](?:\.(?P<key>.+))?")


def in_chinese(place: str, reason: str) -> str:
    """Return where something is wrong and why; `place` is a key, or an entry such as `plenum[3].date`."""
    if not place:
        line = _LINE.search(reason)
        return f"第 {line[1]} 行不合 TOML 的写法" if line else "不是 UTF-8 编码的 TOML 文件，读不出来"
    entry = _ENTRY.fullmatch(place)
    where = place
    if entry is not None:
        where = f"第 {int(entry['number']) + 1} 条 {entry['kind']} 的 {entry['key'] or '内容'}"
    value, none, known = reason.partition(" is none of ")
    if none:
        return f"{where} 写成了“{value[1:-1]}”，只能写{known.replace(', ', '、')}"
    return f"{where} {next((words for begin, words in _REASONS if reason.startswith(begin)), '写得不对')}"
