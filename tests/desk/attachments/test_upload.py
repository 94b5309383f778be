"""Files are put up: those that can be shown become attachments, and the others are told about."""

import resource
from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pptx
import pytest
from django.test import Client

from raadslag.rules.paper_states import PaperState
from tests.desk.attachments.conftest import PDF
from tests.desk.entering import enter

TEXT = "Højvandsmuren bliver to meter høj.".encode()
PROGRAM = b"MZ\x90\x00" + bytes(200)


def titles(attachments, owner):
    return [each.title for each in attachments.of(owner)]


def kept_files(stores):
    return [path.name for path in (stores / "desk" / "files").rglob("*") if path.is_file()]


def office_files():
    workbook, slides = BytesIO(), BytesIO()
    openpyxl.Workbook().save(workbook)
    pptx.Presentation().save(slides)
    return workbook.getvalue(), slides.getvalue()


def test_several_are_put_up_at_once_and_each_waits_for_its_conversion(lindevad, attachments, put_up):
    paper = lindevad.paper()
    answer = put_up("karen", paper, {"kort.pdf": PDF, "notat.txt": TEXT})
    assert (answer.status_code, answer.json()) == (200, {"taken": 2, "refused": []})
    assert titles(attachments, paper) == ["kort", "notat"]
    asked = import_module("django_q.models").OrmQ.objects.all()
    assert {job.args()[0] for job in asked} == {str(each.file.key) for each in attachments.of(paper)}
    assert {each.file.media_type for each in attachments.of(paper)} == {"application/pdf", "text/plain"}


@pytest.mark.parametrize("owner", ["paper", "item", "meeting"])
def test_they_hang_on_papers_items_and_meetings_alike(
    lindevad, attachments, put_up, client_of, address_of, owner
):
    item = lindevad.item()
    thing = {"paper": lindevad.paper(state=PaperState.APPROVED), "item": item, "meeting": item.meeting}[owner]
    assert put_up("anna", thing, {"kort.pdf": PDF}).status_code == 200
    page = client_of("anna").get(address_of(thing))
    assert page.status_code == 200
    assert "kort" in page.content.decode()


def test_what_cannot_be_shown_is_refused_in_danish_and_the_rest_goes_through(
    lindevad, attachments, put_up, stores
):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "a")
    files = {"regnskab.pdf": PROGRAM, "tom.docx": b"", "alt.zip": packed.getvalue(), "notat.txt": TEXT}
    paper = lindevad.paper()
    answer = put_up("karen", paper, files)
    assert answer.status_code == 200
    told = {each["name"]: each["why"] for each in answer.json()["refused"]}
    assert told["regnskab.pdf"].startswith("Filen er et program")
    assert told["tom.docx"].startswith("Filen er tom")
    assert told["alt.zip"].startswith("Filen er et pakket arkiv")
    assert titles(attachments, paper) == ["notat"]
    assert len(kept_files(stores)) == 1


def test_two_files_of_one_name_are_two_attachments(lindevad, attachments, put_up):
    paper = lindevad.paper()
    workbook, slides = office_files()
    put_up("karen", paper, {"a.xlsx": workbook, "a.pptx": slides})
    assert titles(attachments, paper) == ["a", "a.pptx"]
    first, second = attachments.of(paper)
    assert first.file.sha256 != second.file.sha256


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("../../etc/passwd.txt", "passwd"),
        ("C:\\Brugere\\Karen\\notat.txt", "notat"),
        ("faktura\u202etxt.exe", "fakturatxt"),
        ("x" * 300 + ".txt", "x" * 116),
    ],
)
def test_a_name_leads_nowhere_and_hides_nothing(lindevad, attachments, client_of, address_of, name, title):
    paper = lindevad.paper()
    body = transfer(("part", "open"), ("closed_ground", ""), ("filer", (name, TEXT)), ("alt-er-med", "ja"))
    answer = client_of("karen").generic(
        "POST", address_of(paper, "filer"), body, MULTIPART, headers={"Accept": "application/json"}
    )
    assert answer.json()["taken"] == 1
    assert titles(attachments, paper) == [title]


def test_one_that_is_too_large_is_told_and_the_next_one_goes_through(
    lindevad, attachments, put_up, stores, settings
):
    settings.UPLOAD_MEGABYTES = 1
    paper = lindevad.paper()
    answer = put_up("karen", paper, {"stor.txt": TEXT * 40_000, "lille.txt": TEXT})
    assert answer.json()["refused"] == [
        {"name": "stor.txt", "why": "Filen er større end 1 MB. Gør den mindre, eller del den i flere."}
    ]
    assert titles(attachments, paper) == ["lille"]
    assert len(kept_files(stores)) == 1


def test_a_transfer_that_is_cut_off_leaves_nothing(lindevad, attachments, client_of, address_of, stores):
    paper = lindevad.paper()
    fields = [
        ("part", "open"),
        ("closed_ground", ""),
        ("filer", ("notat.txt", TEXT * 5000)),
        ("alt-er-med", "ja"),
    ]
    whole = transfer(*fields)
    client = client_of("karen")
    for length in (len(whole) // 2, len(whole) - 60, 100, 0):
        answer = client.generic(
            "POST",
            address_of(paper, "filer"),
            whole[:length],
            MULTIPART,
            headers={"Accept": "application/json"},
        )
        assert answer.json()["taken"] == 0
        assert answer.json()["refused"][0]["why"].startswith("Overførslen blev afbrudt")
    assert titles(attachments, paper) == []
    assert kept_files(stores) == []


def test_a_full_disk_is_told_and_leaves_nothing(lindevad, attachments, put_up, stores):
    paper = lindevad.paper()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        answer = put_up("karen", paper, {"stor.txt": TEXT * 10_000, "lille.txt": TEXT})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    [told] = answer.json()["refused"]
    assert told["name"] == "stor.txt"
    assert told["why"].startswith("Der er ikke plads på serverens disk")
    assert titles(attachments, paper) == ["lille"]
    assert len(kept_files(stores)) == 1


def test_closed_from_the_start_with_its_ground_and_refused_without(lindevad, attachments, put_up):
    paper = lindevad.paper()
    refused = put_up("karen", paper, {"a.txt": TEXT}, part="closed")
    assert refused.json()["taken"] == 0
    assert "hvorfor bilaget er lukket" in refused.json()["refused"][0]["why"]
    put_up("karen", paper, {"a.txt": TEXT}, part="closed", closed_ground="Forvaltningsloven § 27")
    [attachment] = attachments.of(paper)
    assert (attachment.part, attachment.closed_ground) == ("closed", "Forvaltningsloven § 27")


def test_without_a_script_one_comes_back_to_the_page_with_all_of_it_told(lindevad, client_of, address_of):
    paper = lindevad.paper()
    files = [named("notat.txt", TEXT), named("tom.pdf", b"")]
    client = client_of("karen")
    there = address_of(paper)
    form = {"next": there, "filer": files, "part": "open", "closed_ground": "", "alt-er-med": "ja"}
    page = client.post(address_of(paper, "filer"), form, follow=True)
    assert page.redirect_chain == [(there, 302)]
    said = page.content.decode()
    assert "Filen er lagt op." in said
    assert "tom.pdf: Filen er tom" in said
    elsewhere = client.post(
        address_of(paper, "filer"), {**form, "filer": files[:1], "next": "https://ondt.example/"}
    )
    assert elsewhere.url == there


def test_nothing_chosen_is_told(lindevad, client_of, address_of):
    answer = client_of("karen").post(
        address_of(lindevad.paper(), "filer"), {"alt-er-med": "ja"}, headers={"Accept": "application/json"}
    )
    assert answer.json() == {
        "taken": 0,
        "refused": [{"name": "", "why": "Vælg en eller flere filer først."}],
    }


def test_who_may_not_is_told_why_and_who_may_not_see_learns_nothing(lindevad, attachments, put_up, stores):
    paper = lindevad.paper()
    colleague = put_up("jens", paper, {"a.txt": TEXT})
    assert colleague.status_code == 403
    assert colleague.json()["refused"][0]["why"].startswith("Kun de, der skriver")
    assert put_up("dan", paper, {"a.txt": TEXT}).status_code == 404
    assert titles(attachments, paper) == []
    assert kept_files(stores) == []


def test_another_site_cannot_put_files_up(lindevad, attachments, put_up, stores):
    paper = lindevad.paper()
    client = Client(enforce_csrf_checks=True)
    enter(client, lindevad.cast.karen)
    assert put_up("karen", paper, {"a.txt": TEXT}, client=client).status_code == 403
    assert titles(attachments, paper) == []
    assert kept_files(stores) == []


def test_an_unknown_owner_and_another_method(lindevad, client_of, put_up, address_of):
    paper = lindevad.paper()
    client = client_of("karen")
    assert client.get(address_of(paper, "filer")).status_code == 405
    assert client.post(f"/skrivebord/bilag/til/indstilling/{lindevad.item().key}/filer").status_code == 404
    assert client.post(f"/skrivebord/bilag/til/udvalg/{paper.key}/filer").status_code == 404


def test_a_file_is_replaced_and_the_old_one_is_its_history(lindevad, attachments, put_up, client_of):
    paper = lindevad.paper()
    put_up("karen", paper, {"a.txt": TEXT})
    [attachment] = attachments.of(paper)
    address = f"/skrivebord/bilag/{attachment.key}/fil"
    form = {"fil": named("b.pdf", PDF), "alt-er-med": "ja"}
    assert client_of("jens").post(address, form, headers={"Accept": "application/json"}).status_code == 403
    form = {"fil": named("b.pdf", PDF), "alt-er-med": "ja"}
    assert client_of("karen").post(address, form).status_code == 302
    assert [each.name for each in attachment.files.all()] == ["a.txt", "b.pdf"]
    page = client_of("karen").get(f"/skrivebord/bilag/{attachment.key}/").content.decode()
    assert "a.txt" in page
    assert "b.pdf" in page


BOUNDARY = "grænse".encode("ascii", "ignore").decode()
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def transfer(*fields):
    """A form as it goes over the wire, names of files as they are."""
    body = b""
    for name, value in fields:
        filename, data = value if isinstance(value, tuple) else (None, value.encode())
        extra = f'; filename="{filename}"'.encode() if filename is not None else b""
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'.encode() + extra
        body += b"\r\n\r\n" + data + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def named(name, data):
    file = BytesIO(data)
    file.name = name
    return file
