"""How much an answer is expected to tell about the offer, in bits."""

from __future__ import annotations

from math import log2, sqrt

__all__ = ["LEAST", "expected_bits"]

LEAST, _MOST = 1e-12, 1.0 - 1e-12


def expected_bits(now: float, if_yes: float, if_no: float, shares: tuple[float, float]) -> float:
    """Give the mutual information between an answer and the offer, in bits.

    Parameters
    ----------
    now : float
        The likelihood p without the answer.
    if_yes, if_no : float
        The likelihood after each answer.
    shares : tuple of float
        How often a yes occurs among offers and among refusals.

    Notes
    -----
    A yes is expected with q = p P(yes | offer) + (1 - p) P(yes | refusal). The mean of the two likelihoods,
    with this q, should be p; as weights are learned one by one, and the rules halve and bound them, it is so
    only nearly. So the log-odds of both are moved by the same amount, which keeps what tells the answers
    apart, until their mean is p. The bits are H(p) - q H(yes) - (1 - q) H(no), with H(x) the entropy of a
    chance x. ``docs/explanation/questions.md`` says why q is not moved instead.

    Examples
    --------
    >>> expected_bits(0.5, 1.0, 0.0, (1.0, 0.0)) > 0.999  # it settles an even chance
    True
    >>> expected_bits(0.5, 0.5, 0.5, (0.7, 0.7))
    0.0
    """
    share = now * shares[0] + (1.0 - now) * shares[1]
    now, if_yes, if_no = (min(max(value, LEAST), _MOST) for value in (now, if_yes, if_no))
    yes, no = if_yes / (1.0 - if_yes), if_no / (1.0 - if_no)
    # share * yes x / (1 + yes x) + (1 - share) * no x / (1 + no x) = now, solved for the factor x of both.
    square = yes * no * (1.0 - now)
    linear = share * yes + (1.0 - share) * no - now * (yes + no)
    root = sqrt(linear * linear + 4.0 * square * now)
    x = 2.0 * now / (linear + root) if linear > 0 else (root - linear) / (2.0 * square)
    after = share * _entropy(yes * x / (1.0 + yes * x)) + (1.0 - share) * _entropy(no * x / (1.0 + no * x))
    return max(0.0, _entropy(now) - after)


def _entropy(chance: float) -> float:
    return -sum(part * log2(part) for part in (chance, 1.0 - chance) if part > 0.0)
