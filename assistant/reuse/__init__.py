"""Last year's report as a start: what must change in it, and how much of a text stands elsewhere."""
