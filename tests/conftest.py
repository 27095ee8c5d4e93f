"""What every test stands on: no screen, and no data folder of a real user.

Both are settled before anything imports Qt or asks for a path. To see windows, set QT_QPA_PLATFORM yourself.
"""

import gc
import os
import shutil
import tempfile

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
DATA_FOLDER = tempfile.mkdtemp(prefix="shuzhi-tests-")
os.environ["SHUZHI_DATA"] = DATA_FOLDER


# As in the program, cycles are collected in the UI thread only. What a test of the window leaves behind is never
# collected: whole windows taken apart by the collector have crashed Qt's bindings, and the program has only one.
gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    from assistant.ui.collecting import collect_what_is_due

    if "ui" in item.path.parts:
        gc.freeze()
    else:
        collect_what_is_due()


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(DATA_FOLDER, ignore_errors=True)
