"""One encrypted file for the other computer."""

import pytest

from assistant.transfer import parcel as parcels
from assistant.transfer.parcel import Parcel, pack, unpack
from assistant.transfer.sealing import MAGIC, CannotUnseal, seal, unseal

WORD = "青石镇2025"
PARCEL = Parcel({"drafts.sqlite3": b"drafts" * 100, "settings.json": b"{}"}, "2025-12-01T08:00:00+00:00")


def test_a_parcel_comes_back_whole() -> None:
    assert unpack(pack(PARCEL, WORD), WORD) == PARCEL


def test_nothing_of_it_can_be_read_without_the_password() -> None:
    sealed = pack(PARCEL, WORD)
    assert b"drafts" not in sealed
    assert b"settings" not in sealed


def test_the_same_contents_look_different_every_time() -> None:
    assert seal(b"text", WORD) != seal(b"text", WORD)


def test_a_wrong_password_is_told_from_damage() -> None:
    sealed = pack(PARCEL, WORD)
    with pytest.raises(CannotUnseal, match="密码不对"):
        unpack(sealed, WORD + "1")
    with pytest.raises(CannotUnseal, match="损坏"):
        unpack(sealed[:-1] + bytes([sealed[-1] ^ 1]), WORD)
    with pytest.raises(CannotUnseal, match="损坏"):
        unpack(sealed[:-40], WORD)


@pytest.mark.parametrize("place", [len(MAGIC), len(MAGIC) + 20, len(MAGIC) + 30])
def test_a_change_in_the_head_is_noticed(place: int) -> None:
    sealed = bytearray(seal(b"text", WORD))
    sealed[place] ^= 1
    with pytest.raises(CannotUnseal):
        unseal(bytes(sealed), WORD)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", MAGIC[:5]])
def test_another_file_is_not_taken_for_a_parcel(data: bytes) -> None:
    with pytest.raises(CannotUnseal, match="不是述职助手打包的文件"):
        unpack(data, WORD)


def test_a_parcel_cut_off_in_its_head_is_damaged() -> None:
    with pytest.raises(CannotUnseal, match="损坏"):
        unpack(MAGIC + b"short", WORD)


def test_a_parcel_of_a_later_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotUnseal, match="更新版本"):
        unpack(MAGIC[:14] + b"9\n" + b"x" * 80, WORD)
    monkeypatch.setattr(parcels, "_VERSION", 2)
    sealed = pack(PARCEL, WORD)
    monkeypatch.setattr(parcels, "_VERSION", 1)
    with pytest.raises(CannotUnseal, match="更新版本"):
        unpack(sealed, WORD)


def test_contents_that_are_no_parcel_are_refused() -> None:
    with pytest.raises(CannotUnseal, match="不完整"):
        unpack(seal(b"no zip", WORD), WORD)
