"""The studies are commands in a folder and no package: they are imported by path."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "studies"))

try:
    from threadpoolctl import threadpool_limits
except ImportError:  # the studies need the extra "learn", which brings it
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """Many small fits: threads would only wait for each other."""
    with threadpool_limits(limits=1):
        yield
