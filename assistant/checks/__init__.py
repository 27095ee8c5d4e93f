"""Proofreading: rules as data, the engine that runs them, findings."""
