"""Drafts in SQLite."""
