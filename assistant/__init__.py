"""述职助手: an offline writing assistant for annual duty reports."""

__version__ = "0.1.0"
