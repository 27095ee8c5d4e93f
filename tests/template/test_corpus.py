"""The corpus: reports of every kind and habit of typing are read as their annotations say."""

import pytest

from tests.template.corpus import Entry, Wanted, corpus
from tests.template.outlines import read


@pytest.mark.parametrize("entry", corpus(), ids=lambda entry: entry.name)
def test_headings_roles_kind_and_what_is_missing(entry: Entry) -> None:
    reports = read(entry.document)
    found = [
        Wanted(heading.index, heading.level, heading.number, heading.text, heading.role)
        for report in reports
        for heading in report.headings
    ]
    assert found == list(entry.headings)
    assert [(report.kind, frozenset(report.missing)) for report in reports] == list(entry.reports)
