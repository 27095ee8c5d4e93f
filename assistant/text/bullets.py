"""Marks that stand before headings and items: bullets, characters of symbol fonts, emoji, the signs of Markdown."""

import re

SIGNS = (
    "◆●■★▲※◇□○▶►➤☆◎◉▪▫•∙◦❖✦✧➢☞☑✓✔✅❇🔴🔵🟢🔹🔸🔶🔷⭐📌📍🚩💡🎯"
    "\U0001f300-\U0001faff\u2600-\u2604\u2610-\u2612\u2691\u2708-\u2728\u2b50\uf06c-\uf0fc\ufe0f"
)
"""What a class of a regular expression takes for a bullet; circled numbers are none."""
BULLET = re.compile(f"[{SIGNS}][{SIGNS}\\s]*")
BEFORE_A_NUMBER = f"(?:[\\s\u200b\ufeff]*(?:[{SIGNS}]|#{{1,6}}|\\*\\*|__))*"
"""What may stand before the number of a heading, as a pattern."""
