"""What is said of OLE files that can't be read: one plain sentence for each reason."""

from assistant.errors import CannotOpen

_CURE = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试"

PASSWORD = "文档有密码，没有打开，请先在 Word 或 WPS 里取消密码再试。"
DAMAGED = f"这个旧版 Word 文件已经损坏或不完整，没有打开，原文件没有改动，{_CURE}。"
FAST_SAVED = f"这个旧版 Word 文件是“快速保存”留下的，内容已经残缺，没有打开，原文件没有改动，{_CURE}。"
TOO_OLD = f"这是 Word 95 或更早的格式，程序读不了，原文件没有改动，{_CURE}。"
TOO_BIG = f"这个旧版 Word 文件太大，没有打开，原文件没有改动，{_CURE}。"
NOT_WORD = "这不是 Word 文档，没有打开，原文件没有改动，请选择 .docx、.doc 或 .wps 文件。"

_WORKS = f"这是 Microsoft Works 的文档，不是 WPS 文字，程序读不了，原文件没有改动，{_CURE}。"
_OLD_WPS = f"这是 WPS 早年自有格式的文件，程序读不了，原文件没有改动，{_CURE}。"
_SHEET = "这是 Excel 表格，不是 Word 文档，没有打开，请选择 .docx、.doc 或 .wps 文件。"
_SLIDES = "这是 PowerPoint 演示文稿，不是 Word 文档，没有打开，请选择 .docx、.doc 或 .wps 文件。"
_MAIL = "这是 Outlook 邮件，不是 Word 文档，没有打开，请先另存邮件里的附件，再打开那个附件。"
_DRAWING = "这是 Visio 绘图，不是 Word 文档，没有打开，请选择 .docx、.doc 或 .wps 文件。"
_INSTALLER = "这是安装程序，不是 Word 文档，没有打开，请选择 .docx、.doc 或 .wps 文件。"

_BY_STREAM = (
    ("encryptedpackage", PASSWORD),
    ("encryptioninfo", PASSWORD),
    ("workbook", _SHEET),
    ("book", _SHEET),
    ("powerpoint document", _SLIDES),
    ("__properties_version1.0", _MAIL),
    ("visiodocument", _DRAWING),
    ("matost", _WORKS),
    ("contents", _WORKS),
    ("䡀㼿䕷䑬㭪䗤䠤", _INSTALLER),  # "_StringPool" as Windows Installer encodes stream names
)
"""Stream at the root of the file (in lower case) → what the file is."""


def foreign(names: frozenset[str]) -> CannotOpen:
    """Return the refusal for an OLE file without a Word stream; `names` of what stands at its root, in lower case."""
    for stream, sentence in _BY_STREAM:
        if stream in names:
            return CannotOpen(sentence, f"OLE file with the stream {stream!r}")
    if any("wps" in name for name in names):
        return CannotOpen(_OLD_WPS, "OLE file with a WPS stream")
    return CannotOpen(NOT_WORD, f"OLE file with {sorted(names)[:8]}")


def damaged(detail: str) -> CannotOpen:
    """Return the refusal for a file that does not hold what its header promises."""
    return CannotOpen(DAMAGED, detail)
