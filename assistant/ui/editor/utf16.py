"""Offsets: code points everywhere in the program, UTF-16 units inside Qt."""

_BMP_END = 0xFFFF


def units(text: str) -> int:
    """Return how many UTF-16 units a text takes in Qt."""
    if text.isascii():
        return len(text)
    return len(text) + sum(ord(character) > _BMP_END for character in text)


def to_units(text: str, offset: int) -> int:
    """Convert an offset in code points to UTF-16 units."""
    return units(text[:offset])


def to_code_points(text: str, offset: int) -> int:
    """Convert an offset in UTF-16 units to code points; one inside a surrogate pair counts as before it."""
    if units(text) == len(text):
        return min(offset, len(text))
    position = 0
    for count, character in enumerate(text):
        width = 2 if ord(character) > _BMP_END else 1
        if position + width > offset:
            return count
        position += width
    return len(text)


def between(text: str, first: int, last: int) -> str:
    """Return what stands between two offsets in UTF-16 units."""
    return text[to_code_points(text, first) : to_code_points(text, last)]
