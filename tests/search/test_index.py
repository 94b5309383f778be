"""The index as a folder: written by one process, read by others, and never half of anything."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from raadslag.search import Index, IndexBusy, IndexUnusable, Query, folder
from tests.search.published import addresses, entry, index_of

WRITE = """
import sys
from pathlib import Path
from raadslag.search import Index
from tests.search.published import entry
index = Index.open(Path(sys.argv[1]))
index.replace(2, [entry("/fra-en-anden", "Skrevet af en anden proces", publication_id=2)])
print("written", flush=True)
sys.stdin.readline()
index.commit()
print("committed", flush=True)
sys.stdin.readline()
"""


def other_process(place: Path) -> subprocess.Popen[str]:
    """A process that writes an entry, waits for a line, commits, and waits again."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(place)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    return process


def go_on(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "committed\n"


def test_what_is_replaced_is_gone(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index")
    index.replace(7, [entry("/gammel", "Gammel titel"), entry("/gammel/punkt-1", "Gammelt punkt")])
    index.replace(8, [entry("/anden", "En anden")])
    index.commit()
    index.replace(7, [entry("/ny", "Ny titel")])
    index.commit()
    assert sorted(addresses(index)) == ["/anden", "/ny"]
    assert addresses(index, "gammel") == []


def test_what_is_removed_is_gone_for_a_reader_too(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", entry("/a", "Skole"), entry("/b", "Skole"))
    reader = Index.open(tmp_path / "index")
    assert reader.search(Query(text="skole")).total == 2
    index.remove(0)
    index.commit()
    assert addresses(reader, "skole") == ["/b"]


def test_large_and_negative_publication_ids_are_removed_as_well(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index")
    for number in (0, -1, 2**40):
        index.replace(number, [entry(f"/{number}", "Skole")])
    index.commit()
    for number in (0, -1, 2**40):
        index.remove(number)
    index.commit()
    assert addresses(index) == []


def test_nothing_is_seen_before_the_commit(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index")
    index.replace(1, [entry("/a", "Skole")])
    assert addresses(index) == []
    index.commit()
    assert addresses(index) == ["/a"]


def test_a_server_sees_what_another_process_commits(tmp_path: Path) -> None:
    reader = index_of(tmp_path / "index", entry("/a", "Skrevet her"))
    process = other_process(tmp_path / "index")
    assert addresses(reader, "skrevet") == ["/a"]
    go_on(process)
    assert set(addresses(reader, "skrevet")) == {"/a", "/fra-en-anden"}
    process.communicate("\n", timeout=30)


def test_a_writer_that_is_killed_leaves_a_usable_index(tmp_path: Path) -> None:
    reader = index_of(tmp_path / "index", entry("/a", "Skrevet her"))
    process = other_process(tmp_path / "index")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert addresses(reader, "skrevet") == ["/a"]
    reader.replace(3, [entry("/b", "Skrevet bagefter")])
    reader.commit()
    assert set(addresses(Index.open(tmp_path / "index"), "skrevet")) == {"/a", "/b"}


def test_two_writers_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(tmp_path / "index")
    process = other_process(tmp_path / "index")
    monkeypatch.setattr(folder.lock, "__defaults__", (0.2,))
    with pytest.raises(IndexBusy, match="En anden proces"):
        index.replace(1, [entry("/a", "Skole")])
    go_on(process)
    index.replace(1, [entry("/a", "Skole")])
    index.commit()
    assert set(addresses(index)) == {"/a", "/fra-en-anden"}
    process.communicate("\n", timeout=30)


def test_readers_keep_the_old_index_until_the_new_one_is_whole(tmp_path: Path) -> None:
    index_of(tmp_path / "index", entry("/gammel", "Skole"))
    reader = Index.open(tmp_path / "index")
    new = Index.create(tmp_path / "index")
    new.replace(1, [entry("/ny", "Skole")])
    assert addresses(reader, "skole") == ["/gammel"]
    new.commit()
    assert addresses(reader, "skole") == ["/ny"]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["index"]


def test_a_new_index_that_was_given_up_leaves_the_old(tmp_path: Path) -> None:
    index_of(tmp_path / "index", entry("/gammel", "Skole"))
    del_me = Index.create(tmp_path / "index")
    del_me.replace(1, [entry("/ny", "Skole")])
    del del_me
    assert addresses(Index.open(tmp_path / "index")) == ["/gammel"]
    assert addresses(index_of(tmp_path / "index", entry("/nyere", "Skole"))) == ["/nyere"]


def test_an_empty_index_can_be_made_and_asked(tmp_path: Path) -> None:
    index_of(tmp_path / "index")
    result = Index.open(tmp_path / "index").search(Query(text="skole"))
    assert (result.total, result.page, result.pages) == (0, 1, 1)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="intet søgeindeks"):
        Index.open(tmp_path / "nowhere")


def test_an_index_of_another_version_is_told(tmp_path: Path) -> None:
    index_of(tmp_path / "index")
    (tmp_path / "index" / folder.STAMP).write_text(json.dumps({"version": 0}))
    with pytest.raises(IndexUnusable, match="en anden udgave"):
        Index.open(tmp_path / "index")


@pytest.mark.parametrize("damage", ["meta.json", "*.term", "*.store", "*.fast"])
def test_a_damaged_index_is_told_and_can_be_made_anew(tmp_path: Path, damage: str) -> None:
    index_of(tmp_path / "index", entry("/a", "Skole"))
    for path in (tmp_path / "index").glob(damage):
        path.write_bytes(b"{")
    with pytest.raises(IndexUnusable, match="beskadiget"):
        Index.open(tmp_path / "index")
    assert addresses(index_of(tmp_path / "index", entry("/b", "Skole"))) == ["/b"]
