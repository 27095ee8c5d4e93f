"""The bundled sample report shows a newcomer what the tool finds, and nothing else is wrong with it."""

from pathlib import Path

import pytest

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.paths import resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import text

SAMPLE = Path(__file__).parent.parent / "packaging" / "sample_report.txt"
SLIPS = ["部暑", "，，", "二", ",", "党风廉正建设", "X", "截止目前", "再接再励"]


@pytest.fixture(scope="module")
def report() -> Report:
    document = text(SAMPLE.read_text(encoding="utf-8").rstrip("\n"))
    (only,) = recognise(document, load_templates(resources() / "templates"), Context())
    return only


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    document = text(SAMPLE.read_text(encoding="utf-8").rstrip("\n"))
    reports = recognise(document, load_templates(resources() / "templates"), Context())
    return check(document, reports, load_rules(resources() / "rules"), Context())


def test_it_is_a_report_of_usual_length() -> None:
    assert 1600 <= len(SAMPLE.read_text(encoding="utf-8").replace("\n", "")) <= 2200


def test_it_is_recognised_with_its_sections(report: Report) -> None:
    assert report.kind == "grassroots-party-building"
    assert [heading.role for heading in report.headings if heading.level == 1] == [
        "main_work",
        "problems",
        "next_steps",
    ]
    assert sum(heading.level == 2 and heading.run_in for heading in report.headings) == 12


def test_last_years_comments_and_causes_are_missing(report: Report) -> None:
    assert {"rectification", "causes"} <= set(report.missing)
    assert not {"title", "salutation", "opening", "closing"} & set(report.missing)


def test_every_planted_slip_is_found_in_reading_order(findings: tuple[Finding, ...]) -> None:
    assert [finding.text for finding in findings if finding.level == Level.ERROR and finding.span] == SLIPS


def test_nothing_else_is_called_doubtful(findings: tuple[Finding, ...]) -> None:
    assert [finding.text for finding in findings if finding.level == Level.SUSPECT and finding.span] == []
