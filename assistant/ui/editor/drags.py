"""What may be dragged into the text beside plain words."""

PHRASE_MIME = "application/x-shuzhi-phrase"
"""What a dragged suggestion carries: the number of its card."""
