"""The files that Clara can take with her."""

import hashlib
import io
import zipfile

import pytest

from raadslag.record import from_json
from tests.public.conftest import MINUTES
from tests.public.pages import open_page

DOCUMENT = MINUTES.rstrip("/")


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def test_every_download_is_offered_with_its_format_and_size(clara):
    page = open_page(clara, MINUTES)
    assert page.links("//section[@aria-labelledby='hent']//a").keys() == {
        "Referat",
        "Samlet pakke med bilag",
        "Data",
        "Alle filer med kontrolsummer",
    }
    for line in page.texts("//section[@aria-labelledby='hent']//li"):
        assert line.endswith("KB"), line


@pytest.mark.parametrize(
    ("ending", "media_type", "first_bytes"),
    [
        (".pdf", "application/pdf", b"%PDF-"),
        ("-pakke.pdf", "application/pdf", b"%PDF-"),
        (
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK\x03\x04",
        ),
        (".json", "application/json", b"{"),
        (".zip", "application/zip", b"PK\x03\x04"),
    ],
)
def test_each_download_is_what_it_says(clara, ending, media_type, first_bytes):
    for address in (f"{DOCUMENT}{ending}", f"{DOCUMENT}/version-1{ending}"):
        response = clara.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, media_type)
        assert response["X-Content-Type-Options"] == "nosniff"
        data = content(response)
        assert data.startswith(first_bytes)
        assert int(response["Content-Length"]) == len(data)


def test_a_pdf_opens_in_the_browser_and_a_zip_is_saved(clara):
    assert clara.get(f"{DOCUMENT}.pdf")["Content-Disposition"].startswith("inline")
    saved = clara.get(f"{DOCUMENT}.zip")["Content-Disposition"]
    assert saved == 'attachment; filename="byraadet-2025-08-27-referat.zip"'


def test_each_version_has_its_own_data(clara):
    votes = [
        from_json(content(clara.get(f"{DOCUMENT}/version-{version}.json"))).items[1].decision.votes[0].count
        for version in (1, 2)
    ]
    assert votes == [14, 15]


def test_the_sums_in_the_zip_are_right(clara):
    packed = zipfile.ZipFile(io.BytesIO(content(clara.get(f"{DOCUMENT}.zip"))))
    sums = [line.split("  ", 1) for line in packed.read("SHA256SUMS").decode().splitlines()]
    assert len(sums) == len(packed.namelist()) - 1
    for fingerprint, name in sums:
        assert hashlib.sha256(packed.read(name)).hexdigest() == fingerprint, name


def test_a_file_clara_already_has_is_not_sent_again(clara):
    for address in (f"{DOCUMENT}.pdf", f"{MINUTES}punkt-2/bilag-1.pdf"):
        first = clara.get(address)
        content(first)
        assert clara.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
        assert clara.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


def test_an_attachment_opens_under_its_own_name(clara):
    response = clara.get(f"{MINUTES}punkt-2/bilag-1.pdf")
    assert content(response).startswith(b"%PDF-")
    assert 'filename="byraadet-2025-08-27-punkt-2-bilag-1.pdf"' in response["Content-Disposition"]


def test_what_is_not_a_pdf_may_do_nothing_on_our_address(clara):
    assert clara.get(f"{DOCUMENT}.json")["Content-Security-Policy"].startswith("sandbox")
