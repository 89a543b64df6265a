"""Files that take their place whole, or not at all: links, permissions, and places where no file can be."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from interview_outcome import OutcomeError
from interview_outcome.new_file import check_target, new_file, told_as_problem

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links, permissions and pipes of POSIX")


def put(path, content=b"new"):
    """Write a file."""
    with new_file(path) as file:
        file.write(content)


def test_what_was_there_stays_until_the_new_file_is_whole(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"old")
    with new_file(path) as file:
        file.write(b"half")
        assert path.read_bytes() == b"old"
        file.write(b" and half")
    assert path.read_bytes() == b"half and half"
    with pytest.raises(TypeError), new_file(path) as file:
        file.write("text")
    assert path.read_bytes() == b"half and half"
    assert list(tmp_path.iterdir()) == [path]


def test_two_writers_do_not_meet(tmp_path):
    path = tmp_path / "notes.txt"
    with new_file(path) as first, new_file(path) as second:
        first.write(b"first")
        second.write(b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_permissions(tmp_path, mode):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    with new_file(path) as file:
        assert Path(file.name).stat().st_mode & 0o777 == mode  # nobody else reads what is being written
        file.write(b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


@posix_only
def test_a_new_file_has_the_permissions_of_any_other(tmp_path):
    (tmp_path / "other").touch()
    put(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix_only
def test_a_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "far").mkdir()
    far, link, chain = tmp_path / "far" / "real.txt", tmp_path / "link", tmp_path / "chain"
    link.symlink_to("far/real.txt")
    chain.symlink_to("link")
    put(chain, b"first")  # the file need not be there yet
    assert far.read_bytes() == b"first"
    put(link, b"second")
    assert (far.read_bytes(), link.is_symlink(), chain.is_symlink()) == (b"second", True, True)
    assert [each.name for each in far.parent.iterdir()] == ["real.txt"]
    link.unlink()
    link.symlink_to("nowhere/real.txt")
    with pytest.raises(
        OutcomeError, match=r"link cannot be written: there is no folder .*nowhere\. Give the name"
    ):
        put(link)


@posix_only
def test_a_pipe_and_a_device_are_left_alone(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, "/dev/null"):
        with pytest.raises(OutcomeError, match="cannot be written: it is a pipe or a device"):
            put(path)
    assert pipe.is_fifo()


@pytest.mark.parametrize(("path", "message"), [
    (".", r"\. cannot be written: it is a folder\. Give the name of a file in a folder that exists"),
    ("/", "/ cannot be written: it is a folder"),
    ("folder/", "folder/ cannot be written: it is a folder"),
    ("file/x", "file/x cannot be written: there is no folder file"),
    ("none/x", "none/x cannot be written: there is no folder none"),
    ("x" * 300, f"{'x' * 300} cannot be written: .*"),
    ("", "path is ''; allowed: the path of a file"),
    (None, "path is None; allowed: the path of a file"),
    ("a\0b", "allowed: the path of a file"),
])  # fmt: skip
def test_places_where_no_file_can_be_are_named(tmp_path, monkeypatch, path, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(OutcomeError, match=message):
        put(path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_a_name_may_be_as_long_as_the_system_lets_it(tmp_path):
    put(tmp_path / ("x" * 250))
    assert [len(each.name) for each in tmp_path.iterdir()] == [250]


def test_a_path_may_be_relative(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put("notes.txt")
    assert (tmp_path / "notes.txt").read_bytes() == b"new"
    assert check_target("notes.txt") == os.path.realpath(tmp_path / "notes.txt")


def test_what_the_system_says_is_told_with_the_path():
    for error, why in (
        (OSError(errno.ENOSPC, "No space left on device"), "No space left"),
        (OSError("odd"), "odd"),
    ):
        with (
            pytest.raises(OutcomeError, match=f"mine.json cannot be written: {why}.*Choose a folder"),
            told_as_problem("mine.json"),
        ):
            raise error


@posix_only
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutcomeError, match=r"notes\.txt cannot be written: No space left on device"):
        put(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
