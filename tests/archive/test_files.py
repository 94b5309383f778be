"""Files are kept whole or not at all."""

import resource
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from raadslag.archive.files import FileStore


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
