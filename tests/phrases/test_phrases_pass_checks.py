"""No phrase of ours trips a rule of ours."""

import re

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.checks.rule import Level
from assistant.checks.rule_set import RuleSet
from assistant.paths import resources
from assistant.phrases.blanks import find_blanks
from assistant.phrases.library import load_phrases

PHRASES = load_phrases(resources() / "phrases")
FIGURES = ("数", "次", "金额", "面积", "年龄")


KNOWN = {
    "日期": "6月底",
    "时限": "6月底",
    "村名": "前进村",
    "事由": "考勤问题",
    "等次": "优秀",
    "分数": "92",
    "名次": "2",
    "时长": "20小时",
    "监督主体": "全体党员",
    "监督方式": "党员群众",
    "产业名称": "食用菌",
    "支部名称": "机关",
    "数量": "若干",
}
LESS = re.compile(r"(?:下降|减少|降低|压减|缩短|精简|压缩|减|降)[了到至]?$")

EACH = re.compile(r"[户人]均[一-鿿]{0,3}$")


def filled(text: str) -> str:
    """Return the phrase as a writer leaves it: one figure in all counted blanks, so that shares are whole.

    What is a part of the figure before it is a small one (one of five, 20 %), nothing becomes less by all there is,
    nothing is more than all, and no average is made up.
    """
    for blank in reversed(find_blanks(text)):
        before = text[: blank.start]
        if blank.name == "比例":
            most = "90%" if text.startswith("以上", blank.end) else "100%"
            word = "5%" if LESS.search(before) else "20%" if "其中" in before else most
        elif EACH.search(before):
            word = KNOWN.get(blank.name, "若干")
        elif blank.name not in KNOWN and blank.name.endswith(FIGURES):
            word = "1" if "其中" in before else "5"
        else:
            word = KNOWN.get(blank.name, "有关" + blank.name)
        text = before + word + text[blank.end :]
    return text


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(resources() / "rules")


@pytest.mark.parametrize("role", sorted({phrase.role for phrase in PHRASES}))
def test_our_own_checks_find_nothing_wrong(role: str, rules: RuleSet) -> None:
    wrong = {
        phrase.id: [(f.rule, f.text, f.message) for f in found if f.level >= Level.SUSPECT]
        for phrase in PHRASES
        if phrase.role == role and (found := find_text(rules, filled(phrase.text), phrase.until or phrase.since))
    }
    assert {name: found for name, found in wrong.items() if found} == {}
