"""Products of matrices on one thread: on a busy machine several would mostly wait for each other."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["one_thread"]

_BLAS = ThreadpoolController()
_SET = Lock()


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep BLAS to one thread, unless somebody does already.

    The number of threads is one for the whole process, and fits may run at the same time and end in any order. So
    only one of them sets it, and gives back what it found; another that found it set would give back that.
    """
    if not _SET.acquire(blocking=False):
        yield
        return
    try:
        with _BLAS.limit(limits=1, user_api="blas"):
            yield
    finally:
        _SET.release()
