"""`raadslag check`: Anna sees what is wrong with her agenda, where, and in a sentence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from raadslag.cli import main
from raadslag.record import Attachment, MeetingRecord, to_json
from tests.record.checks.meetings import agenda, item, timed


def checked(tmp_path: Path, record: MeetingRecord, *options: str) -> Result:
    file = tmp_path / "dagsorden.json"
    file.write_text(to_json(record), encoding="utf-8")
    return CliRunner().invoke(main, ["check", str(file), *options])


def test_a_meeting_without_faults_ends_with_0(tmp_path):
    result = checked(tmp_path, agenda(item("1"), item("2"), body="Kulturudvalget"))
    assert result.exit_code == 0
    assert "Kulturudvalget, mandag den 7. december 2026 kl. 18.15–19.45" in result.output
    assert "Intet at bemærke." in result.output


def test_findings_stand_under_their_place_in_the_documents_order_and_end_with_1(tmp_path):
    inner = agenda(timed("1", "18.15", "20.30"))
    attached = item("3", attachments=(Attachment(number="1", title="Dagsorden", record=inner),))
    result = checked(tmp_path, agenda(item("1", "."), attached))
    assert result.exit_code == 1
    lines = [line.strip() for line in result.output.splitlines()]
    places = [lines.index(place) for place in ("Punkt 1", "Punkt 3", "Punkt 3, bilag 1, punkt 1")]
    assert places == sorted(places)
    assert any("45 minutter for meget." in line for line in " ".join(lines).split("  "))
    assert "3 fund." in lines


def test_json_gives_name_path_and_sentence(tmp_path):
    result = checked(tmp_path, agenda(item("1", ".")), "--json")
    assert json.loads(result.output) == [
        {"name": "empty-title", "path": "items[0].title", "sentence": "Punkt 1 har ingen overskrift."}
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", b"{}"), ("b.json", b"\xff"), ("c.pdf", b"%PDF-1.7\n"), ("d.txt", b"")]
)
def test_what_cannot_be_read_is_one_sentence_and_2(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    result = CliRunner().invoke(main, ["check", str(file)])
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
    assert "Traceback" not in result.output


def test_a_file_that_is_not_there_is_2(tmp_path):
    assert CliRunner().invoke(main, ["check", str(tmp_path / "x.json")]).exit_code == 2
    assert CliRunner().invoke(main, ["check", str(tmp_path / "x.pdf")]).exit_code == 2
