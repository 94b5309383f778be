"""Files find their attachments by content or by name, and never two at once."""

from hashlib import sha256
from pathlib import Path

import pytest

from raadslag.record import Attachment, Item, MeetingRecord, Stage
from raadslag.writing.packs import match_files


def meeting(*items: tuple[str | None, list[tuple[str | None, str]]]) -> MeetingRecord:
    return MeetingRecord(
        stage=Stage.AGENDA,
        items=tuple(
            Item(
                number=number,
                title=f"Sag {number}",
                attachments=tuple(Attachment(number=mark, title=title) for mark, title in attachments),
            )
            for number, attachments in items
        ),
    )


def folder_with(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def matched(record: MeetingRecord, folder: Path) -> dict[tuple[int, int], str]:
    return {place: str(path.relative_to(folder)) for place, path in match_files(record, folder).files.items()}


ONE = meeting(("3", [("1", "Kort over havnen.pdf")]), ("4", [("1", "Andet.pdf")]))


@pytest.mark.parametrize(
    "name",
    [
        "Kort over havnen.pdf",
        "kort_over_havnen.PDF",
        "Punkt 3, Bilag 1 Kort over havnen.pdf",
        "Punkt 3, Bilag 1_ Kort over havnen.pdf.pdf",
        "Punkt 3/Bilag 1 - Kort over havnen.pdf",
        "Punkt 3/Kort over havnen.pdf",
        "Bilag/pkt. 3/Kort over havnen.pdf",
        "3.1 Kort over havnen.pdf",
        "3-1 kort over havnen.docx.pdf",
        "Punkt 3 Bilag 1.pdf",
        "3.1.pdf",
        "Kort over havnen.png",
    ],
)
def test_a_file_is_found_by_the_ways_people_name_files(name, tmp_path):
    assert matched(ONE, folder_with(tmp_path, name, "Andet.pdf")) == {(0, 0): name, (1, 0): "Andet.pdf"}


@pytest.mark.parametrize(
    "name",
    [
        "Punkt 4/Kort over havnen.pdf",
        "Punkt 4 Bilag 1 Kort over havnen.pdf",
        "Punkt 3 Bilag 1 Kort over skoven.pdf",
        "Oversigt - Kort over havnen.pdf",
        "Bilag 1.pdf",
        "2026-08-27 Kort.pdf",
        ".Kort over havnen.pdf",
    ],
)
def test_a_file_of_something_else_is_not_taken(name, tmp_path):
    assert (0, 0) not in matched(ONE, folder_with(tmp_path, name))


def test_letters_composed_in_another_way_are_the_same(tmp_path):
    record = meeting(("1", [(None, "Århus å.pdf")]))
    assert len(matched(record, folder_with(tmp_path, "A\u030arhus a\u030a.pdf"))) == 1


def test_one_file_is_never_taken_for_two_attachments(tmp_path):
    record = meeting(("1", [("1", "budget.xlsx"), ("2", "budget.pptx")]))
    matches = match_files(record, folder_with(tmp_path, "budget.pdf"))
    assert matches.files == {}
    assert set(matches.reasons.values()) == {"filen budget.pdf passer til flere bilag"}
    assert [path.name for path in matches.left_over] == ["budget.pdf"]


def test_two_files_that_tell_themselves_apart_are_both_found(tmp_path):
    record = meeting(("1", [("1", "budget.xlsx"), ("2", "budget.pptx")]))
    names = ["budget.xlsx.pdf", "budget.pptx.pdf"]
    assert list(matched(record, folder_with(tmp_path, *names)).values()) == names


def test_a_choice_between_two_files_decides_nothing(tmp_path):
    record = meeting(("1", [("1", "kort.pdf")]))
    matches = match_files(record, folder_with(tmp_path, "a/kort.pdf", "b/kort.pdf"))
    assert matches.files == {}
    assert matches.reasons[0, 0] == "flere filer passer: a/kort.pdf, b/kort.pdf"


def test_the_same_title_at_two_items_is_told_apart_by_the_item(tmp_path):
    record = meeting(("3", [("1", "Indstilling.pdf")]), ("4", [("1", "Indstilling.pdf")]))
    folder = folder_with(tmp_path, "Punkt 4/Indstilling.pdf", "Punkt 3/Indstilling.pdf")
    assert matched(record, folder) == {(0, 0): "Punkt 3/Indstilling.pdf", (1, 0): "Punkt 4/Indstilling.pdf"}


def test_a_number_in_the_title_is_not_the_attachments_number(tmp_path):
    record = meeting(("3", [("2", "Bilag 1 til indstilling.pdf"), ("1", "Indstilling.pdf")]))
    folder = folder_with(tmp_path, "Bilag 1 til indstilling.pdf", "Indstilling.pdf")
    assert matched(record, folder) == {(0, 0): "Bilag 1 til indstilling.pdf", (0, 1): "Indstilling.pdf"}


def test_content_goes_before_names(tmp_path):
    folder = folder_with(tmp_path, "kort.pdf", "noget helt andet.pdf")
    right = sha256(b"noget helt andet.pdf").hexdigest()
    attachment = Attachment(title="kort.pdf", sha256=right)
    record = MeetingRecord(stage=Stage.AGENDA, items=(Item(title="x", attachments=(attachment, attachment)),))
    assert matched(record, folder) == {(0, 0): "noget helt andet.pdf", (0, 1): "noget helt andet.pdf"}


def test_another_content_is_not_taken_for_its_name(tmp_path):
    attachment = Attachment(title="kort.pdf", sha256="0" * 64)
    record = MeetingRecord(stage=Stage.AGENDA, items=(Item(title="x", attachments=(attachment,)),))
    matches = match_files(record, folder_with(tmp_path, "kort.pdf"))
    assert matches.files == {}
    assert matches.reasons[0, 0] == "ingen fil i mappen har det rigtige indhold"


def test_what_has_no_file_and_what_nobody_asked_for_are_told(tmp_path):
    matches = match_files(meeting(("1", [("1", "kort.pdf")])), folder_with(tmp_path, "ferie.pdf"))
    assert matches.reasons == {(0, 0): "der er ingen fil til det i mappen"}
    assert [path.name for path in matches.left_over] == ["ferie.pdf"]
