"""A file that takes its place whole, or not at all: for models, tables and pictures.

It is written under a name of its own in the folder of the target, and renamed at the end. So no reader sees half a
file, and of several writers the last has it. A link is followed: the file that it points to is replaced, and the link
stays. A new file gets the permissions of the one whose place it takes.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

from interview_outcome.errors import OutcomeError, Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_target", "new_file", "parse_path", "told_as_problem"]

_KEPT_OF_NAME = 40  # a temporary name must not be too long where the target's is just short enough
_ANOTHER_NAME = "Give the name of a file in a folder that exists."
_ANOTHER_FOLDER = "Choose a folder that exists and is yours."


@contextmanager
def new_file(path: Any) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes the place of `path` at the end, unless an error ends it.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "notes.txt")
    ...     with new_file(path) as file:
    ...         _ = file.write(b"whole")
    ...     path.read_text(), len(list(path.parent.iterdir()))
    ('whole', 1)
    """
    target = check_target(path)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:_KEPT_OF_NAME]}.{os.urandom(8).hex()}.part")  # noqa: PTH118
    with told_as_problem(path):
        file = open(temporary, "xb")  # noqa: PTH123, SIM115  closed and renamed, or closed and removed, below
    try:
        with told_as_problem(path):
            if os.path.exists(target):  # noqa: PTH110
                os.chmod(temporary, os.stat(target).st_mode & 0o7777)  # noqa: PTH101, PTH116
        yield file
        with told_as_problem(path):
            file.close()
            os.replace(temporary, target)  # noqa: PTH105
    finally:
        with suppress(OSError):
            file.close()
        with suppress(FileNotFoundError):
            os.unlink(temporary)  # noqa: PTH108


def check_target(path: Any) -> str:
    """Refuse a path at which no file can be written, before anything is computed for it; give it without links."""
    name = parse_path(path)
    target = os.path.realpath(name)
    folder = os.path.dirname(target if os.path.islink(name) else name)  # noqa: PTH114, PTH120
    reason = ""
    # The functions of os.path take every path, however long.
    if os.path.isdir(target):  # noqa: PTH112
        reason = "it is a folder"
    elif folder and not os.path.isdir(folder):  # noqa: PTH112
        reason = f"there is no folder {folder}"
    elif os.path.exists(target) and not os.path.isfile(target):  # noqa: PTH110, PTH113
        reason = "it is a pipe or a device"
    if reason:
        message = f"{name} cannot be written: {reason}."
        raise OutcomeError([Problem("cannot_write", name, None, message, _ANOTHER_NAME)])
    return target


def parse_path(path: Any) -> str:
    """Give a path as text; what is none is an `OutcomeError`."""
    if isinstance(path, (str, os.PathLike)):
        name = os.fspath(path)
        if isinstance(name, str) and name and "\0" not in name and _can_be_named(name):
            return name
    problem = Problem("bad_path", "path", path, f"path is {shown(path)}; allowed: the path of a file.")
    raise OutcomeError([problem])


@contextmanager
def told_as_problem(path: Any) -> Iterator[None]:
    """Say in words what goes wrong while something is written to a path."""
    try:
        yield
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}."
        raise OutcomeError([Problem("cannot_write", str(path), None, message, _ANOTHER_FOLDER)]) from None


def _can_be_named(name: str) -> bool:
    """Tell whether the system can take a text as a path: half of a pair of surrogates it cannot."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True
