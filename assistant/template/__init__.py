"""Report kinds and how headings and section roles are recognised."""
