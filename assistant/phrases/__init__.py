"""The phrase library and the ranking of suggestions."""
