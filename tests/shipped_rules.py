"""The rules the program ships with, loaded once a worker: four seconds with their tables, for thirty modules of tests.

Nothing in a rule set is ever changed, so sharing it hides nothing.
"""

from assistant.checks.loader import load_rules
from assistant.paths import resources

RULES = load_rules(resources() / "rules")
