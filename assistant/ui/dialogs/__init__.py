"""Dialogs for choices that need one."""
