"""What can be typed on the command line: commands and options, and in Chinese what is wrong with them."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from assistant import __version__
from assistant.document.outline import ROLES
from assistant.errors import AssistantError
from assistant.paragraph_edits import START, Change

COMMANDS = ("text", "outline", "check", "fix", "edit", "suggest", "complete", "compare", "rollover", "drafts", "doctor")

NUMBERING = "段号从 0 数起；Word 文档数所有段落（空段、表格、目录、文本框都算），文本文件数行。"

_TAKES = {"--replace": 2, "--insert-after": 2, "--delete": 1}
"""Options that change a paragraph → how many words follow them: its number, and the text."""

_HEADINGS = {"positional arguments": "参数", "options": "选项"}

_MISTAKES = (
    (re.compile(r"the following arguments are required: ([ -~]+)"), r"命令没有写全，还缺 \1"),
    (re.compile(r"the following arguments are required: (.+)"), r"命令没有写全，还缺\1"),
    (re.compile(r"unrecognized arguments: (.+)", re.DOTALL), r"不认识这些参数：\1"),
    (re.compile(r"argument (?:COMMAND|命令): invalid choice: '(.*?)' .*", re.DOTALL), r"没有“\1”这个命令"),
    (re.compile(r"argument (\S+): expected .*"), r"\1 后面没有写全"),
    (re.compile(r"argument (\S+): ignored explicit argument .*", re.DOTALL), r"\1 后面不用写值"),
    (re.compile(r"argument (\S+): (.*[\u4e00-\u9fff].*)", re.DOTALL), r"\1 \2"),
)
"""What argparse says in English → the start of a Chinese sentence; the last one are sentences of our own."""


class BadUsage(AssistantError):
    """The command line can't be understood; nothing was read or written."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options typed; `changes` holds the Changes of `edit` in their order.

    Raises BadUsage with one Chinese sentence, SystemExit(0) after --help and --version.
    """
    rest, changes = _without_changes(list(argv)) if argv and argv[0] == "edit" else (list(argv), [])
    options = _parser().parse_args(rest)
    options.changes = changes
    return options


def _without_changes(argv: list[str]) -> tuple[list[str], list[Change]]:
    """Take the changes out before argparse sees them: a TEXT may begin with a dash."""
    rest: list[str] = []
    changes: list[Change] = []
    at = 0
    while at < len(argv):
        name, equals, value = argv[at].partition("=")
        at += 1
        if argv[at - 1] == "--":
            return [*rest, *argv[at - 1 :]], changes
        if name not in _TAKES:
            rest.append(argv[at - 1])
            continue
        words = [value] if equals else []
        needed = _TAKES[name] - len(words)
        words += argv[at : at + needed]
        at += needed
        if len(words) < _TAKES[name]:
            raise BadUsage(
                f"{name} 后面要写段号{'和文字' if _TAKES[name] == 2 else ''}，没有写出任何文件，请补全再试。"
            )
        changes.append(Change(name.removeprefix("--"), _number(name, words[0]), *words[1:]))
    return rest, changes


def _number(option: str, word: str) -> int:
    least = START if option == "--insert-after" else 0
    if not re.fullmatch(r"-?[0-9]{1,9}", word) or int(word) < least:
        raise BadUsage(f"{option} 后面的“{word}”不是段号，没有写出任何文件，请用 shuzhi text 查看段号。")
    return int(word)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Chinese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,  # noqa: ARG002 (argparse's English one)
    ) -> None:
        """Begin the usage line in Chinese."""
        super().add_usage(usage, actions, groups, "用法：")

    def start_section(self, heading: str | None) -> None:
        """Name the groups of arguments in Chinese."""
        super().start_section(_HEADINGS.get(heading or "", heading))


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing, and says in Chinese what is wrong."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (whatever argparse takes)
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings)
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Raise BadUsage for argparse's English message."""
        matches = ((pattern.fullmatch(message), sentence) for pattern, sentence in _MISTAKES)
        start = next((match.expand(sentence) for match, sentence in matches if match), "命令写得不对")
        raise BadUsage(f"{start}，没有写出任何文件，请用 {self.prog} --help 查看用法。", message)


def _parser() -> _Parser:
    parser = _Parser(prog="shuzhi", description="述职助手的命令行：查看、检查、修改述职稿，全部在本机完成。")
    parser.add_argument("--version", action="version", version=f"述职助手 {__version__}", help="显示版本号")
    commands = parser.add_subparsers(dest="command", prog="shuzhi", metavar="命令", required=True, parser_class=_Parser)

    def command(name: str, what: str, note: str = "") -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=what, description=what, epilog=note)
        made.add_argument("--json", action="store_true", help="输出 JSON，供别的程序使用")
        made.add_argument("--debug", action="store_true", help="出错时显示技术细节")
        return made

    text = command("text", "列出每一段的文字", NUMBERING)
    text.add_argument("file", metavar="FILE", help="要读的 .docx、.doc、.wps 或 .txt 文件")
    outline = command("outline", "列出提纲和缺少的部分", NUMBERING)
    outline.add_argument("file", metavar="FILE", help="要读的 .docx、.doc、.wps 或 .txt 文件")
    check = command("check", "检查文稿；没有发现问题时退出码为 0，有问题时为 1", NUMBERING)
    check.add_argument("file", metavar="FILE", nargs="+", help="要检查的文件，可以有几个")
    fix = command("fix", "改正“必错”的问题，另存为 OUT")
    _file_and_out(fix)
    fix.add_argument("--select", metavar="规则", help="只改这些规则（编号或其前段，逗号隔开）；none 表示什么都不改")
    edit = command("edit", "按段号修改，另存为 OUT；所有段号都指原文件", NUMBERING)
    _file_and_out(edit)
    edit.add_argument("--replace", nargs=2, metavar=("N", "TEXT"), help="把第 N 段换成 TEXT（换行表示段内换行）")
    edit.add_argument("--insert-after", nargs=2, metavar=("N", "TEXT"), help="在第 N 段后加一段，-1 表示最前面")
    edit.add_argument("--delete", metavar="N", help="删去第 N 段")
    suggest = command("suggest", "列出适合某一部分的语句")
    suggest.add_argument("--role", default="", help=f"哪一部分，不写时各部分都找：{'、'.join(ROLES)}，也可以写中文名")
    suggest.add_argument("--topic", default="", help="只要哪个题目的，例如 theory_study，也可以写中文名，例如 理论武装")
    suggest.add_argument("--text", default="", help="正在写的文字")
    suggest.add_argument("--limit", type=_count, default=5, metavar="N", help="最多几条，不写时 5 条")
    _complete(command)
    _reuse(command)
    _drafts(command)
    for made in (outline, check, fix, suggest):
        made.add_argument("--kind", help="文种，不写时自动判断")
        made.add_argument("--year", type=_year, help="述职年度，例如 2025，不写时看标题")
    command("doctor", "检查程序的运行环境：版本、字体、数据文件夹、输入法、后台进程")
    return parser


def _complete(command: Callable[..., argparse.ArgumentParser]) -> None:
    complete = command("complete", "列出接下来可能要写的字词，只在本机学习，学完不保存")
    complete.add_argument(
        "--learn", nargs="+", action="extend", default=[], metavar="FILE", help="先学习的往年报告，文件或者文件夹"
    )
    complete.add_argument("--context", required=True, metavar="TEXT", help="光标前面的文字")
    complete.add_argument("--limit", type=_count, default=5, metavar="N", help="最多几条，不写时 5 条")


def _reuse(command: Callable[..., argparse.ArgumentParser]) -> None:
    compare = command("compare", "找出与别的稿子相同的句子；没有时退出码为 0，有时为 1")
    compare.add_argument("file", metavar="FILE", nargs="+", help="要比对的文件，几个文件互相比对")
    compare.add_argument("--against", metavar="文件夹", help="改为与这个文件夹里的每个 .docx、.txt 比对")
    rollover = command("rollover", "拿去年的报告起稿，另存为 OUT，列出要改、要核对的地方", NUMBERING)
    _file_and_out(rollover)
    rollover.add_argument("--year", type=_year, required=True, metavar="Y", help="新的述职年度，例如 2026")


def _drafts(command: Callable[..., argparse.ArgumentParser]) -> None:
    drafts = command(
        "drafts",
        "查看、导出、备份本机草稿",
        "list 列出，show 看一份的文字和历史版本，export 写成文件，backup 备份全部。",
    )
    drafts.add_argument("action", metavar="list|show|export|backup", choices=("list", "show", "export", "backup"))
    drafts.add_argument("id", metavar="ID", nargs="?", type=_identity, help="草稿的编号，见 list")
    drafts.add_argument("-o", "--output", metavar="OUT", help="export、backup 要写的文件")


def _file_and_out(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="要读的 .docx、.doc、.wps 或 .txt 文件")
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="要写的文件，后缀决定格式")


def _year(word: str) -> int:
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", word):
        raise argparse.ArgumentTypeError("要写四位数的年份，例如 2025")
    return int(word)


def _identity(word: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,9}", word):
        raise argparse.ArgumentTypeError("要写草稿的编号")
    return int(word)


def _count(word: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,4}", word):
        raise argparse.ArgumentTypeError("要写大于 0 的整数")
    return int(word)
