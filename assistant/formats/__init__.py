"""Files to documents and back, without harming them."""
