"""A file is what its bytes say, whatever it is called."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.conversion import Kind, Unconvertible, kind_of
from tests.conversion import mail_files, office_files, pdf_files, picture_files
from tests.conversion.compound_file import compound_file

DOC_HEAD = bytes(11)


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def open_document(kind: str) -> bytes:
    media_type = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped(mimetype=media_type, **{"content.xml": b"<x/>"})


def old(stream: str, data: bytes = bytes(100)) -> bytes:
    return compound_file({stream: data})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf_files.plain(), Kind.PDF),
        (b"\r\n" + pdf_files.plain(), Kind.PDF),
        (b"HTTP/1.1 200 OK\r\n\r\n" + pdf_files.plain(), Kind.PDF),
        (office_files.word(), Kind.DOCX),
        (office_files.workbook(), Kind.XLSX),
        (office_files.slides(), Kind.PPTX),
        (open_document("text"), Kind.ODT),
        (open_document("spreadsheet"), Kind.ODS),
        (open_document("presentation"), Kind.ODP),
        (b"{\\rtf1 hej}", Kind.RTF),
        (old("WordDocument"), Kind.DOC),
        (old("Workbook"), Kind.XLS),
        (old("Book"), Kind.XLS),
        (old("PowerPoint Document"), Kind.PPT),
        *((picture_files.photo(each), Kind[each]) for each in ("PNG", "JPEG", "TIFF", "GIF", "WEBP")),
        (mail_files.eml(), Kind.EML),
        (mail_files.eml(("notat.pdf", pdf_files.plain())), Kind.EML),
        (mail_files.web_eml("<p>hej"), Kind.EML),
        (b"From anna@lindevad.example Wed Oct  8 10:30:00 2025\nFrom: a\nTo: b\n\nhej", Kind.EML),
        (mail_files.msg(), Kind.MSG),
        (mail_files.msg(("notat.pdf", pdf_files.plain())), Kind.MSG),
        ("Kære udvalg æøå".encode("cp1252"), Kind.TEXT),
        ("Kære udvalg".encode("utf-16"), Kind.TEXT),
        (b"Fra: Anna\nTil: Bo\n\nEn tekst om BM og MZ", Kind.TEXT),
        (b"MZ er forkortelsen for medicinsk zone", Kind.TEXT),
        (b"BM skrev den 3. marts", Kind.TEXT),
        (b"navn;alder\nAnna;40\n", Kind.TEXT),
    ],
)
def test_each_kind_is_known_by_its_content(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Filen er tom"),
        (b"MZ\x90\0\x03\0", "et program"),
        (b"\x7fELF\x02\x01", "et program"),
        (b"MZ\0\0 %PDF-1.7", "et program"),
        (zipped(a=b"b"), "pakket arkiv.*pak det ud"),
        (b"7z\xbc\xaf\x27\x1c", "pakket arkiv"),
        (b"\x1f\x8b\x08\0", "pakket arkiv"),
        (b"  <!DOCTYPE HTML><p>", "en hjemmeside.*gem indholdet som PDF"),
        (b"<HTML>", "en hjemmeside"),
        (b"<svg xmlns='x'><script/></svg>", "en tegning"),
        (b"<?xml version='1.0'?><x/>", "en XML-fil"),
        (b"\0\0\0\x18ftypheic\0\0", "gem det som JPEG"),
        (b"\0\0\0\x18ftypisom\0\0", "film"),
        (b"RIFF\0\0\0\0WAVEfmt ", "lyd"),
        (office_files.locked(), "fjern adgangskoden"),
        (old("WordDocument", DOC_HEAD + b"\x01" + bytes(50)), "fjern adgangskoden"),
        (old("Workbook", b"\x09\x08\x02\0\0\0\x2f\0\x02\0\0\0"), "fjern adgangskoden"),
        (old("VisioDocument"), "ikke kan vises"),
        (old("WordDocument")[:300], "hent den igen"),
        (office_files.word()[:-500], "hent den igen"),
        (office_files.zip_bomb(), "alt for meget pakket ud"),
        (bytes(range(256)) * 9, "ikke kan vises"),
        ("Rådhus".encode() + b"\xff" + "Ærø".encode(), "gem den som UTF-8"),
    ],
)
def test_what_cannot_be_converted_is_refused_in_one_danish_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Unconvertible, match=words) as refusal:
        kind_of(data)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_document_that_is_locked_is_known_by_its_manifest() -> None:
    manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    media_type = Kind.ODT.media_type.encode()
    data = zipped(mimetype=media_type, **{"content.xml": b"?", "META-INF/manifest.xml": manifest})
    with pytest.raises(Unconvertible, match="adgangskode"):
        kind_of(data)


SIGNS = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"{\\rtf",
    b"From: a\n",
    b"\xff\xd8\xff",
    b"",
]


@given(st.sampled_from(SIGNS), st.binary(max_size=2000))
def test_no_bytes_give_anything_but_a_kind_or_a_refusal(sign: bytes, rest: bytes) -> None:
    with suppress(Unconvertible):
        assert kind_of(sign + rest) in Kind


@given(st.data())
def test_a_file_with_some_bytes_changed_gives_a_kind_or_a_refusal(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([mail_files.msg(), open_document("text"), office_files.slides()]))
    at = data.draw(st.integers(0, min(len(whole), 3000) - 1))
    broken = whole[:at] + data.draw(st.binary(min_size=1, max_size=8)) + whole[at + 4 :]
    with suppress(Unconvertible):
        assert kind_of(broken) in Kind


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_media_type_an_ending_and_a_name(kind: Kind) -> None:
    assert "/" in kind.media_type
    assert kind.ending.startswith(".")
    assert kind.danish.startswith(("en ", "et "))
