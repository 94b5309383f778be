"""Files are kept whole or not at all."""

import os
import resource
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from raadslag.files import FileStore


def test_a_file_is_found_again_by_its_content(tmp_path):
    store = FileStore(tmp_path)
    fingerprint = store.keep(b"Referat")
    assert fingerprint == sha256(b"Referat").hexdigest()
    assert store.path(fingerprint).read_bytes() == b"Referat"


def test_the_same_content_is_kept_once(tmp_path):
    store = FileStore(tmp_path)
    assert store.keep(b"Referat") == store.keep(b"Referat")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_damaged_file_is_mended_when_it_is_kept_again(tmp_path):
    store = FileStore(tmp_path)
    fingerprint = store.keep(b"Referat")
    store.path(fingerprint).write_bytes(b"Refe")
    assert not store.is_whole(fingerprint)
    store.keep(b"Referat")
    assert store.is_whole(fingerprint)


def keep_on_a_full_disk(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    FileStore(folder).keep(b"x" * 2000)


def test_a_full_disk_leaves_nothing_behind(tmp_path):
    process = get_context("spawn").Process(target=keep_on_a_full_disk, args=(tmp_path,))
    process.start()
    process.join(30)
    assert process.exitcode == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_that_comes_bit_by_bit_has_no_name_before_it_is_kept(tmp_path):
    store = FileStore(tmp_path)
    new = store.begin()
    new.write(b"Refe")
    new.write(b"rat")
    assert (new.size, new.fingerprint) == (7, sha256(b"Referat").hexdigest())
    assert not store.is_whole(new.fingerprint)
    assert store.is_whole(new.keep())


def test_a_file_that_is_dropped_never_was(tmp_path):
    new = FileStore(tmp_path).begin()
    new.write(b"Referat")
    new.drop()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_process_that_died_was_writing_is_removed_and_nothing_else(tmp_path):
    store = FileStore(tmp_path)
    kept = store.keep(b"Referat")
    left, going_on = store.begin(), store.begin()
    os.utime(left.path, (1000, 1000))
    assert store.drop_left_behind(before=2000) == 1
    assert store.is_whole(kept)
    assert [path.exists() for path in (left.path, going_on.path)] == [False, True]
