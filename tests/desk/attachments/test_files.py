"""Files over HTTP: private, in pieces where they are asked for, and told to the log where they are closed."""

from importlib import import_module
from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadslag.record import Part
from tests.desk.attachments.conftest import PDF


@pytest.fixture
def attachment(lindevad):
    return lindevad.attachment(paper=lindevad.paper())


def safe(file):
    return f"/skrivebord/filer/{file.key}/bilag.pdf"


def original(file):
    return f"/skrivebord/filer/{file.key}/original"


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_safe_copy_is_shown_and_kept_by_nobody_on_the_way(client_of, attachment, ready):
    answer = client_of("karen").get(safe(ready(attachment)))
    assert (answer.status_code, body(answer)) == (200, PDF)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="Notat.pdf"'
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_original_is_only_ever_saved(client_of, attachment, ready):
    answer = client_of("karen").get(original(ready(attachment)))
    assert b"Havnegade" in body(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="notat.docx"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "status", "piece", "told"),
    [
        ("bytes=0-3", 206, PDF[:4], f"bytes 0-3/{len(PDF)}"),
        ("bytes=5-", 206, PDF[5:], f"bytes 5-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=-6", 206, PDF[-6:], f"bytes {len(PDF) - 6}-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=0-99999", 206, PDF, f"bytes 0-{len(PDF) - 1}/{len(PDF)}"),
        ("bytes=99999-", 416, b"", f"bytes */{len(PDF)}"),
        ("bytes=5-2", 416, b"", f"bytes */{len(PDF)}"),
        ("bytes=-", 200, PDF, None),
        ("bytes=0-1,3-4", 200, PDF, None),
        ("lines=1-2", 200, PDF, None),
    ],
)
def test_a_piece_is_given_where_one_is_asked_for(client_of, attachment, ready, asked, status, piece, told):
    answer = client_of("karen").get(safe(ready(attachment)), headers={"Range": asked})
    assert (answer.status_code, body(answer)) == (status, piece)
    assert answer.get("Content-Range") == told


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=st.integers(0, 200), length=st.integers(0, 200), size=st.integers(0, 200))
def test_a_piece_is_never_outside_the_file(first, length, size):
    piece_asked_for = import_module("raadslag.desk.attachments.sent_file").piece_asked_for
    request = RequestFactory().get("/", headers={"Range": f"bytes={first}-{first + length}"})
    piece = piece_asked_for(request, size, '"x"')
    assert piece is not None
    assert list(piece) == [at for at in range(first, first + length + 1) if at < size]


def test_who_has_it_already_is_told_so(client_of, attachment, ready):
    client = client_of("karen")
    etag = client.get(safe(ready(attachment)))["ETag"]
    again = client.get(safe(attachment.file), headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_reading_a_closed_file_is_an_event_and_its_pieces_are_one_look(client_of, lindevad, ready, events):
    attachment = lindevad.attachment(paper=lindevad.paper(), part=Part.CLOSED)
    file = ready(attachment)

    def read():
        return [
            (event.by_name, event.label)
            for event in events.filter(verb="read_closed", noun_key=str(attachment.key))
        ]

    karen = client_of("karen")
    karen.get(safe(file), headers={"Range": "bytes=1-"})
    assert read() == [("Karen Friis", "Lukket bilag")]
    for start in range(2, 9):
        karen.get(safe(file), headers={"Range": f"bytes={start}-{start}"})
    assert len(read()) == 1
    karen.get(safe(file))
    karen.get(original(file))
    assert len(read()) == 3
    client_of("jens").get(safe(file))
    assert len(read()) == 3


def test_reading_an_open_file_is_no_event(client_of, attachment, ready, events):
    client_of("karen").get(safe(ready(attachment)))
    assert not events.filter(verb="read_closed").exists()


def test_no_title_or_name_stands_in_an_address(client_of, lindevad, ready, events):
    attachment = lindevad.attachment(paper=lindevad.paper(), part=Part.CLOSED)
    client_of("karen").get(safe(ready(attachment)))
    [event] = events.filter(verb="read_closed")
    assert "notat" not in str(event.detail).lower()


def test_what_was_replaced_or_is_left_out_is_for_those_who_keep_it(client_of, lindevad, attachment, ready):
    old, new = ready(attachment), ready(attachment, pdf=PDF + b"2")
    assert [client_of("jens").get(safe(each)).status_code for each in (old, new)] == [404, 200]
    assert [client_of("karen").get(safe(each)).status_code for each in (old, new)] == [200, 200]
    attachment.leave_out("Kommer senere", by=lindevad.cast.karen, at=lindevad.now)
    assert client_of("jens").get(safe(new)).status_code == 404
    assert client_of("karen").get(safe(new)).status_code == 200
    assert client_of("jens").get(f"/skrivebord/bilag/{attachment.key}/").status_code == 200


def test_unknown_files_files_without_a_copy_and_other_methods(client_of, attachment, ready):
    karen = client_of("karen")
    file = ready(attachment)
    assert karen.get(f"/skrivebord/filer/{uuid4()}/bilag.pdf").status_code == 404
    assert karen.get(f"/skrivebord/filer/{attachment.key}/bilag.pdf").status_code == 404
    assert karen.post(safe(file)).status_code == 405
    file.wait_again(tries=0)
    file.pdf_sha256 = ""
    file.save()
    assert karen.get(safe(file)).status_code == 404
    assert karen.get(original(file)).status_code == 200


def test_names_of_what_was_hidden_are_for_those_who_may_have_the_original(client_of, lindevad, ready):
    item = lindevad.item(paper=lindevad.paper(state="on_agenda"), state="sent")
    attachment = lindevad.attachment(paper=item.paper)
    file = ready(attachment)
    file.findings = [{"what": "hidden-sheet", "count": 1, "which": ["Lønninger"]}]
    file.save()
    pages = {
        name: client_of(name).get(f"/skrivebord/bilag/{attachment.key}/").content.decode()
        for name in ("karen", "leif", "bo")
    }
    assert {name: "Et skjult ark" in page for name, page in pages.items()} == {
        "karen": True,
        "leif": True,
        "bo": False,
    }
    with translation.override("da"):  # and Danish again after it
        in_english = client_of("leif").get(f"/en/skrivebord/bilag/{attachment.key}/").content.decode()
    assert "A hidden sheet is not included." in in_english
    assert {name: "Lønninger" in page for name, page in pages.items()} == {
        "karen": True,
        "leif": False,
        "bo": False,
    }


def test_a_list_that_is_asked_for_again_and_again_and_the_papers_pictures_are_one_look(
    client_of, lindevad, address_of, events
):
    paper = lindevad.paper(part=Part.CLOSED)
    pictures = import_module("raadslag.models").Picture.objects
    picture = pictures.add(paper, b"png", "image/png", by=lindevad.cast.karen, at=lindevad.now)
    karen, jens = client_of("karen"), client_of("jens")
    for _each in range(3):
        assert karen.get(address_of(paper, "liste")).status_code == 200
        assert karen.get(picture.address).status_code == 200
    assert [each.by_name for each in events.filter(verb="read_closed")] == ["Karen Friis"]
    karen.get(address_of(paper))  # a page that somebody opens is a look of its own
    assert events.filter(verb="read_closed").count() == 2
    assert jens.get(address_of(paper, "liste")).status_code == 404
