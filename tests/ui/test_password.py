"""The password of what is carried to another computer."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assistant.ui.dialogs.password import PasswordDialog


@pytest.fixture
def new(qtbot: QtBot) -> PasswordDialog:
    dialog = PasswordDialog(new=True)
    qtbot.addWidget(dialog)
    return dialog


def test_a_new_password_is_typed_twice_alike(new: PasswordDialog) -> None:
    assert not new.accept_button.isEnabled()
    new.first.setText("12345")
    assert "至少 6 个" in new.trouble.text()
    new.first.setText("123456")
    assert new.trouble.text() == "请再输一遍。"
    new.again.setText("123457")
    assert "不一样" in new.trouble.text()
    new.again.setText("123456")
    assert new.trouble.text() == ""
    assert new.accept_button.isEnabled()


def test_a_password_is_hidden_until_it_is_to_be_seen(new: PasswordDialog) -> None:
    assert new.first.echoMode() == QLineEdit.EchoMode.Password
    new.visible.setChecked(True)
    assert new.first.echoMode() == new.again.echoMode() == QLineEdit.EchoMode.Normal


def test_a_known_password_is_typed_once(qtbot: QtBot) -> None:
    dialog = PasswordDialog(new=False, name="带走.shuzhi")
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.first.setText("x")
    assert dialog.accept_button.isEnabled()
