"""The immutable picture of a text: blocks, runs, spans, edits, outline."""
