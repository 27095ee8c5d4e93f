"""Bytes under a password: scrypt makes the key, AES-256-GCM seals and proves them; nothing here is home-made.

A sealed file begins with `MAGIC`, a salt, a nonce and a check of the key; all of it is proved together with the
contents. The check is derived beside the key, so that a wrong password can be told from a damaged file.
"""

import os

from assistant.errors import AssistantError

MAGIC = b"SHUZHI-PARCEL-1\n"
_SALT, _NONCE, _CHECK, _KEY = 16, 12, 16, 32
_HEAD = len(MAGIC) + _SALT + _NONCE + _CHECK
_WORK, _BLOCK, _LANES = 2**16, 8, 1
"""Cost of scrypt: 64 MB and about a quarter of a second for each try (RFC 7914; OWASP's floor for offline files)."""

SHORTEST = 6
"""Characters a password has at least."""


class CannotUnseal(AssistantError):
    """A parcel can't be opened: not one of ours, of a later version, damaged, or under another password."""


def seal(data: bytes, password: str) -> bytes:
    """Return the bytes sealed under a password; only who has it reads them again."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    key, check = _derive(password, salt)
    head = MAGIC + salt + nonce + check
    return head + AESGCM(key).encrypt(nonce, data, head)


def unseal(sealed: bytes, password: str) -> bytes:
    """Return what was sealed; raise CannotUnseal with one plain sentence where that can't be done."""
    import hmac

    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not sealed.startswith(MAGIC):
        newer = sealed.startswith(MAGIC[:14])
        raise CannotUnseal(
            "这个文件是更新版本的程序打包的，本机的文稿没有变动，请先升级程序。"
            if newer
            else "这不是述职助手打包的文件，本机的文稿没有变动，请重新选择。"
        )
    if len(sealed) < _HEAD:
        raise CannotUnseal(_DAMAGED, "shorter than its head")
    head, body = sealed[:_HEAD], sealed[_HEAD:]
    start = len(MAGIC)
    salt, nonce = head[start : start + _SALT], head[start + _SALT : start + _SALT + _NONCE]
    key, check = _derive(password, salt)
    if not hmac.compare_digest(check, head[-_CHECK:]):
        raise CannotUnseal("密码不对，或者文件开头损坏了，本机的文稿没有变动，请核对密码再试。")
    try:
        return AESGCM(key).decrypt(nonce, body, head)
    except InvalidTag as error:
        raise CannotUnseal(_DAMAGED, "authentication failed") from error


_DAMAGED = "打包文件损坏了，一点也没有带回来，本机的文稿没有变动，请从原来的电脑重新拷贝一份。"


def _derive(password: str, salt: bytes) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    made = Scrypt(salt=salt, length=_KEY + _CHECK, n=_WORK, r=_BLOCK, p=_LANES).derive(
        password.encode("utf-8", "replace")
    )
    return made[:_KEY], made[_KEY:]
