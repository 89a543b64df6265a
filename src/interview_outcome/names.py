"""Names and words as people type them: how they are written here, which known one is nearest, where they are said."""

from __future__ import annotations

__all__ = ["names_with", "nearest", "plain_words", "plainly", "says"]

FEW = 3  # names that can be asked after at once
SHORTEST = 4  # letters of a word that is found in a longer one: "flow" in "flowed"


def nearest(word: str, allowed: tuple[str, ...], *, likeness: float = 0.65) -> str | None:
    """Give the allowed word that a mistyped one most likely meant, or None."""
    from difflib import get_close_matches

    found = get_close_matches(plainly(word), allowed, n=1, cutoff=likeness)
    return found[0] if found else None


def names_with(name: object, allowed: tuple[str, ...]) -> list[str]:
    """Give the few allowed names that have all words of another.

    Examples
    --------
    >>> names_with("cut", ("cut_short", "ran_long")), names_with("late", ("was_late", "be_late", "too_late", "late"))
    (['cut_short'], [])
    """
    words = plain_words(name) if isinstance(name, str) else []
    found = [each for each in allowed if all(says(each, word) for word in words)]
    return found if len(found) <= FEW else []


def plainly(name: str) -> str:
    """Give a name as ids are written: in small letters, joined by underscores."""
    return name[:100].strip().casefold().replace(" ", "_").replace("-", "_")


def plain_words(text: str) -> list[str]:
    """Give the words of a text in small letters."""
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def says(text: str, word: str, *, loosely: bool = False) -> bool:
    """Tell whether a text has a word that begins with a plain word, or, loosely, with which that word begins.

    Examples
    --------
    >>> says("Did it flow?", "flo"), says("Did it flow?", "flowed"), says("Did it flow?", "flowed", loosely=True)
    (True, False, True)
    """
    said = plain_words(text)
    if any(each.startswith(word) for each in said):
        return True
    return loosely and any(len(each) >= SHORTEST and word.startswith(each) for each in said)
