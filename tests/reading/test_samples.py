"""Every sample is read as its expected file says, and every line of it is accounted for."""

import json
from collections import Counter
from pathlib import Path

import pytest

from raadslag.reading.account import Use
from raadslag.reading.sources import open_document
from raadslag.record import from_data, to_data
from tests.samples import expect

SAMPLES = expect.samples()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")


def test_there_are_samples_of_every_family_printed_or_in_word_and_as_text():
    families = {sample.parent.name for sample in SAMPLES}
    assert families == {
        "print_pack",
        "firstagenda",
        "recommendation_paper",
        "committee_agenda",
        "numbered_items",
    }
    assert {sample.suffix for sample in SAMPLES} == {".txt", ".pdf", ".docx"}


@each_sample
def test_a_sample_is_read_as_expected(sample: Path):
    expected = json.loads(expect.expected_file(sample).read_text(encoding="utf-8"))
    found = expect.answers(expect.reading_of(sample))
    assert found["record"] == expected["record"]
    assert found["lines"] == expected["lines"]


@each_sample
def test_every_line_of_a_sample_is_a_value_furniture_or_a_doubt(sample: Path):
    document = open_document(sample)
    reading = expect.reading_of(sample)
    assert [entry.line for entry in reading.entries] == [line for line in document.lines if line.text.strip()]
    uses = Counter(entry.use for entry in reading.entries)
    assert uses[Use.DOUBT] == len(reading.record.doubts)
    assert all(entry.what for entry in reading.entries)


@each_sample
def test_a_samples_record_goes_through_json_unchanged(sample: Path):
    record = expect.reading_of(sample).record
    assert from_data(json.loads(json.dumps(to_data(record)))) == record


@each_sample
def test_every_value_of_a_sample_has_a_path_that_leads_somewhere(sample: Path):
    reading = expect.reading_of(sample)
    data = to_data(reading.record)
    for entry in reading.entries:
        if entry.use is Use.VALUE:
            follow(data, entry.what)


def follow(data: object, path: str) -> object:
    """What stands at a path of a record's JSON; raises where nothing can."""
    for step in path.replace("[", ".[").split("."):
        if not step:
            continue
        data = data[int(step[1:-1])] if step.startswith("[") else data[step]  # type: ignore[index]
    return data


def test_writing_an_expected_file_never_overwrites_one(tmp_path: Path):
    document = tmp_path / "sample.txt"
    document.write_text(
        "Punkt 1: Dagsorden\n\nBeslutning for Punkt 1: Dagsorden\n\nGodkendt.\n", encoding="utf-8"
    )
    assert expect.main([str(document)]) == 0
    written = expect.expected_file(document)
    written.write_text("håndrettet", encoding="utf-8")
    assert expect.main([str(document)]) == 1
    assert written.read_text(encoding="utf-8") == "håndrettet"
