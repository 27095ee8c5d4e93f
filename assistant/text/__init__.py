"""Strings only: characters, numbering, counting, sentences, words."""
