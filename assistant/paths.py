"""Where things live on this machine: bundled resources and the user's data folder."""

import os
from pathlib import Path


def resources() -> Path:
    """Return the folder of bundled resources.

    In a wheel or a frozen build it lies inside the package, in a checkout beside it.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """Return the folder for drafts and settings (not created here).

    `SHUZHI_DATA` overrides the platform's choice: for tests, and for a portable copy on a stick.
    """
    override = os.environ.get("SHUZHI_DATA")
    if override:
        return Path(override)
    import platformdirs

    return Path(platformdirs.user_data_dir("shuzhi", appauthor=False))
