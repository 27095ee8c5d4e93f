"""The text editor and its bridge to the immutable document."""
