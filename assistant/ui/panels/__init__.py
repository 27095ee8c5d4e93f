"""The side panels: outline, suggestions, findings, start page."""
