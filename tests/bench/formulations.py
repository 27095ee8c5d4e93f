"""Measure how many wrong formulations are touched: `python -m tests.bench.formulations [--half 0|1] [--missed]`.

A line of formulations.txt is the year of a report, the part the sentence stands in, and the sentence with its error
marked as in papers.
"""

import argparse
import tempfile
from pathlib import Path

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.document.context import Context
from assistant.paths import data_folder, resources
from tests.bench.checks import reports_of
from tests.bench.papers import read, touches

FILE = Path(__file__).with_name("formulations.txt")
HEADS = {"done": "一、主要工作", "plan": "三、下一步打算"}


def main() -> int:
    """Print the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every other line")
    parser.add_argument("--missed", action="store_true", help="print what is missed")
    options = parser.parse_args()
    rules = load_rules(resources() / "rules", data_folder())
    found = total = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()):
            if options.half is not None and number % 2 != options.half:
                continue
            year, part, sentence = line.split(" ", 2)
            path = Path(folder) / "one.txt"
            title = f"{year}年度抓基层党建工作述职报告"
            marked = sentence.replace("]]", "|提法]]")
            path.write_text(f"{title}\n{HEADS[part]}\n{marked}\n", encoding="utf-8")
            document, faults = read(path)
            reports, _ = reports_of(document)
            findings = check(document, reports, rules, Context())
            for fault in faults:
                total += 1
                hit = any(touches(finding, fault, document) for finding in findings)
                found += hit
                if options.missed and not hit:
                    print(line)
    print(f"{found} of {total}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
