"""`raadslag write`, run as Anna runs it: the document on standard output or in a file, or one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from raadslag.record import Decision, Item, MeetingRecord, Outcome, Stage, to_json

RAADSLAG = Path(sys.executable).with_name("raadslag")
RECORD = MeetingRecord(
    body="Kulturudvalget",
    stage=Stage.MINUTES,
    items=(
        Item(
            number="1",
            title="Æbler & pærer <i haven>",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        ),
        Item(number="2", title="Eventuelt"),
    ),
)


def write(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([RAADSLAG, "write", *map(str, arguments)], capture_output=True, check=False)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    path = tmp_path / "møde.json"
    path.write_text(to_json(RECORD))
    return path


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("--pdf", b"%PDF-"),
        ("--docx", b"PK"),
        ("--html", b"<!doctype html>"),
        ("--text", b"Kulturudvalget\n==="),
    ],
)
def test_without_o_the_document_goes_to_standard_output(meeting, form, beginning):
    ended = write(meeting, form)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.startswith(beginning)


def test_with_o_it_goes_to_the_file_and_nothing_lies_beside_it(meeting, tmp_path):
    target = tmp_path / "ud" / "referat.txt"
    target.parent.mkdir()
    assert write(meeting, "--text", "-o", target).returncode == 0
    assert "Punkt 1: Æbler & pærer <i haven>" in target.read_text()
    assert list(target.parent.iterdir()) == [target]


def test_html_says_what_the_record_says_and_no_more_markup(meeting):
    page = write(meeting, "--html").stdout.decode()
    assert "Æbler &amp; pærer &lt;i haven&gt;" in page
    assert page.count("<h1") == 1
    assert 'href="#punkt-2"' in page
    assert 'id="punkt-2"' in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{}", "er ikke et møde: schema"),
        ("", "er ikke et møde: den er ikke JSON."),
        ('{"schema": "raadslag/meeting-record/1"}', "stage: missing"),
    ],
)
def test_what_is_not_a_record_is_refused_in_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "møde.json"
    path.write_text(content)
    ended = write(path, "--pdf", "-o", tmp_path / "referat.pdf")
    assert ended.returncode == 2
    assert sentence in ended.stderr.decode()
    assert len(ended.stderr.splitlines()) == 1
    assert not (tmp_path / "referat.pdf").exists()


def test_a_folder_that_is_not_there_and_a_full_disk_are_told_apart(meeting, tmp_path):
    gone = write(meeting, "--text", "-o", tmp_path / "nej" / "referat.txt")
    assert (gone.returncode, "mappen findes ikke" in gone.stderr.decode()) == (2, True)
    full = write(meeting, "--text", "-o", "/dev/full/referat.txt")
    assert full.returncode == 2


def test_anna_must_say_as_what(meeting):
    ended = write(meeting)
    assert ended.returncode == 2
    assert "--pdf, --docx, --html eller --text" in ended.stderr.decode()
