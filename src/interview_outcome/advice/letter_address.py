"""Whether an e-mail address looks serious: made of its owner's name, or at least of nothing playful."""

from __future__ import annotations

import re
import unicodedata

from interview_outcome.advice.letter_phrases import words_in

__all__ = ["is_unserious"]

_LEET = str.maketrans("0134578", "oieastb")
_LEET_DIGIT = re.compile(r"(?<=[a-z])[0134578](?=[a-z])")
# xXx_ben_xXx, benny_x, cooool
_DECORATED = re.compile(r"^x+[._-]|[_-]x+\d*$|([a-z])\1\1")


def is_unserious(address: str, owner: str) -> bool:
    """Say whether an address would raise a smile.

    Parameters
    ----------
    address : str
        The address.
    owner : str
        The names of its owner, as far as they are known; a name is never unserious.

    Examples
    --------
    >>> is_unserious("ben.okoro@example.org", "Ben Okoro"), is_unserious("party.ben99@example.org", "Ben Okoro")
    (False, True)
    >>> is_unserious("h.king@example.org", "Hannah King"), is_unserious("rainsong@example.org", "Hannah King")
    (False, True)
    """
    local, domain = (_plain(part) for part in address.split("@", 1))
    local = local.partition("+")[0]
    names = sorted(set(re.findall(r"[a-z]{2,}", _plain(owner))) - words_in("no_names"), key=len, reverse=True)
    rest = local
    for name in names:
        if len(name) > 2:
            rest = rest.replace(name, " ")
    if _playful(rest) or _playful(_LEET_DIGIT.sub(lambda digit: digit[0].translate(_LEET), rest)):
        return True
    return _alone(local, rest, names) or _tells_nothing(local, domain, names)


def _plain(text: str) -> str:
    """Give a text in small letters without accents."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )


def _playful(rest: str) -> bool:
    return any(word in rest for word in words_in("inside")) or bool(
        _DECORATED.search(re.sub(r"\d", "", rest.strip()))
    )


def _alone(local: str, rest: str, names: list[str]) -> bool:
    """Say whether a playful word stands alone, and is not the surname of "hannah.king" or "h.king"."""
    alone = words_in("alone").intersection(re.findall(r"[a-z]+|\d+", rest))
    if all(any(name.startswith(word) for name in names) for word in alone):  # none, or "rich" for Richard
        return False
    named = re.fullmatch(r"([a-z]+)[._-]([a-z]+)\d{0,4}", local)
    return not (named and named[2] in words_in("surnames") and (len(named[1]) == 1 or named[1] in names))


def _tells_nothing(local: str, domain: str, names: list[str]) -> bool:
    """Say whether an address has nothing to do with a name that is known in full, nor with a business."""
    names = [name for name in names if len(name) > 2]
    if (
        len(names) < 2
        or len(re.sub(r"[^a-z]", "", local)) < 6
        or any(word in local for word in words_in("business"))
    ):
        return False
    pieces = {
        name[start : start + 3] for name in names for start in range(len(name) - 2)
    }  # "liz" of Elizabeth
    if any(piece in local for piece in pieces) or any(name[:4] in domain for name in names):
        return False
    first = re.split(r"[^a-z]+", local)[0]
    return not (len(first) == 1 and any(name[0] == first for name in names))
