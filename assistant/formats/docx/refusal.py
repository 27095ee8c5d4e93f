"""Say in one sentence why a file that isn't a Word package can't be opened."""

from assistant.errors import CannotOpen

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试。"

_HEADS: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"{\\rtf",), f"这是 RTF 格式的文件，{_SAVE_AS}"),
    ((b"<html", b"<!doctype html", b"<head", b"mime-version:"), f"这是网页格式的文件，{_SAVE_AS}"),
    ((b"%pdf",), "这是 PDF 文件，不能在这里修改，请打开它的 Word 原稿。"),
    ((b"<?xml",), f"这是 XML 格式的文件，{_SAVE_AS}"),
)


def refusal(data: bytes) -> CannotOpen | None:
    """Return the refusal that the first bytes of a file call for, or None where it may be a zip."""
    if not data:
        return CannotOpen("这是一个空文件，里面没有内容，请检查是否选错了文件。", "empty file")
    if data.startswith(_OLE):
        return CannotOpen(f"这是旧版 Office 的文件，不是 .docx，{_SAVE_AS}", "compound file")
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for starts, sentence in _HEADS:
        if head.startswith(starts):
            return CannotOpen(sentence, repr(head[:20]))
    if b"PK\x05\x06" not in data[-66_000:] and not data.startswith(b"PK"):
        return CannotOpen("这不是 Word 文档，没有打开，请选择 .docx 文件。", "no zip signature")
    return None


def other_package(names: frozenset[str], mimetype: bytes) -> CannotOpen | None:
    """Return the refusal for a zip whose members show that it is another kind of file; `names` in lower case."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        what = "文字" if b"text" in mimetype else "表格或演示"
        return CannotOpen(f"这是 OpenDocument {what}格式（LibreOffice 所用），{_SAVE_AS}", "OpenDocument")
    if any(name.startswith("xl/") for name in names):
        return CannotOpen("这是 Excel 表格，不是 Word 文档，请选择 .docx 文件。", "spreadsheet package")
    if any(name.startswith("ppt/") for name in names):
        return CannotOpen("这是 PowerPoint 演示文稿，不是 Word 文档，请选择 .docx 文件。", "presentation package")
    if "[content_types].xml" not in names:
        return CannotOpen("这是压缩包，不是 Word 文档，请选择 .docx 文件。", "zip without content types")
    return None
