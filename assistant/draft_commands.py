"""The command on drafts: list them, show one, write one to a file, back all of them up."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from assistant.arguments import BadUsage
from assistant.errors import CannotSave
from assistant.terminal import FINE, Outcome

if TYPE_CHECKING:
    from assistant.storage.draft import DraftInfo, RevisionInfo
    from assistant.storage.drafts import DraftStore

Json = dict[str, Any]

DATABASE = "drafts.sqlite3"
"""Name of the draft database in the data folder."""


def drafts(options: Namespace) -> Outcome:
    """Do what `options.action` says."""
    return _ACTIONS[options.action](options)


def _list(_options: Namespace) -> Outcome:
    with _Opened() as store:
        found = (*store.list(), *store.deleted()) if store is not None else ()
    lines = [f"{info.id:>5}  {_when(info.updated)}  {_state(info)}  {info.title}" for info in found]
    return Outcome(FINE, {"drafts": [_info(info) for info in found]}, lines or ["本机还没有草稿。"])


def _show(options: Namespace) -> Outcome:
    with _Opened() as store:
        draft = _existing(store).load(_id(options))
        revisions = _existing(store).history.list(draft.info.id)
    texts = [block.label + block.text for block in draft.document.blocks]
    data = {**_info(draft.info), "paragraphs": texts, "revisions": [_revision(one) for one in revisions]}
    lines = [f"{draft.info.title}（{_state(draft.info)}，{_when(draft.info.updated)}）", "", *texts]
    if revisions:
        lines += ["", "历史版本"]
        lines += [f"{one.id:>5}  {_when(one.created)}  {one.note or _REASONS.get(one.reason, '')}" for one in revisions]
    return Outcome(FINE, data, lines)


def _export(options: Namespace) -> Outcome:
    from dataclasses import replace

    from assistant.session import recover
    from assistant.writing import write

    output = _output(options)
    with _Opened() as store:
        draft = _existing(store).load(_id(options))
    file, document = recover(draft)
    # OUT is a file of its own: the one the draft belongs to is neither asked nor touched.
    write(replace(file, path=None, sha256=None, format=file.opened.format), document, output)
    return Outcome(FINE, {"output": output, "id": draft.info.id}, [f"已把“{draft.info.title}”写入 {output}。"])


def _backup(options: Namespace) -> Outcome:
    output = Path(_output(options))
    if output.exists():
        raise CannotSave("OUT 已经存在，没有覆盖它，请换一个文件名。", str(output))
    with _Opened() as store:
        count = len(_existing(store).list())
        _existing(store).copies.copy_to(output)
    return Outcome(FINE, {"output": str(output), "drafts": count}, [f"已把 {count} 份草稿和历史版本备份到 {output}。"])


_ACTIONS: Mapping[str, Callable[[Namespace], Outcome]] = MappingProxyType(
    {"list": _list, "show": _show, "export": _export, "backup": _backup}
)
_REASONS = {"timed": "自动留存", "saved": "存入文件时", "named": "存为版本", "restored": "恢复其他版本之前"}


class _Opened:
    """The draft store as a context; None where there is no database: looking makes none."""

    def __init__(self) -> None:
        self._store: DraftStore | None = None

    def __enter__(self) -> "DraftStore | None":
        from assistant.paths import data_folder
        from assistant.storage.drafts import DraftStore

        path = data_folder() / DATABASE
        self._store = DraftStore(path) if path.exists() else None
        return self._store

    def __exit__(self, *_: object) -> None:
        if self._store is not None:
            self._store.close()


def _existing(store: "DraftStore | None") -> "DraftStore":
    if store is None:
        raise BadUsage("本机还没有草稿，没有写出任何文件。")
    return store


def _id(options: Namespace) -> int:
    if options.id is None:
        raise BadUsage(f"{options.action} 后面要写草稿的编号，没有写出任何文件，请用 shuzhi drafts list 查看。")
    return int(options.id)


def _output(options: Namespace) -> str:
    if not options.output:
        raise BadUsage(f"{options.action} 要用 -o 写明写到哪个文件，没有写出任何文件。")
    return str(options.output)


def _info(info: "DraftInfo") -> Json:
    return {
        "id": info.id,
        "title": info.title,
        "path": info.source.path,
        "saved": info.clean,
        "created": info.created,
        "updated": info.updated,
        "deleted": info.deleted,
    }


def _revision(one: "RevisionInfo") -> Json:
    words = one.words if one.words >= 0 else None
    return {"id": one.id, "created": one.created, "reason": one.reason, "note": one.note, "words": words}


def _state(info: "DraftInfo") -> str:
    return "回收站" if info.deleted else "已存入文件" if info.clean else "未保存"


def _when(time: str) -> str:
    from datetime import datetime

    return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
