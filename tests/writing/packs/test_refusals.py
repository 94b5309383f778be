"""An attachment that cannot be included is named, and nothing is dropped in silence."""

import contextlib
import random
import re
from io import BytesIO
from pathlib import Path
from zlib import compressobj

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from raadslag.record import Attachment, Item, MeetingRecord, Stage
from raadslag.writing.packs import PackError, pack
from tests.writing.packs.papers import meeting, note, saved, sheet


def encrypted() -> bytes:
    return saved(pikepdf.open(BytesIO(sheet())), encryption=pikepdf.Encryption(user="kode", owner="kode"))


def torn() -> bytes:
    """A file whose second page has its content cut short."""
    pdf = pikepdf.open(BytesIO(sheet(pages=2)))
    pdf.pages[1].obj.Contents.write(b"not packed at all", filter=pikepdf.Name.FlateDecode)
    return saved(pdf)


ODD_WORDS = (b"null", b"[]", b"<<>>", b"-1", b"999999999999", b"/X", b"(x)", b"1.5", b"1 0 R", b"99 0 R")
DECODED = pikepdf.StreamDecodeLevel.generalized
REFUSED = {
    "revet.pdf": (torn(), "side 2 i filen revet.pdf er beskadiget eller alt for stor"),
    "låst.pdf": (encrypted(), "er beskyttet med adgangskode"),
    "tom.pdf": (b"", "er tom"),
    "brev.docx": (b"PK\x03\x04 word", "er ikke en PDF; gem den som PDF først"),
    "støj.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "er beskadiget og kan ikke åbnes"),
    "halv.pdf": (note(9)[:-4000], "er beskadiget"),
    "billede.png": (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "billedet billede.png er beskadiget"),
    "uden sider.pdf": (saved(pikepdf.new()), "har ingen sider"),
}


def text_of(path: Path, page: int) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(document[page].get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_go_in_is_named_with_the_reason_and_no_pack_is_made(name, tmp_path):
    content, reason = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PackError) as error:
        pack(meeting(Attachment(number="1", title=name)), {(0, 0): tmp_path / name}, tmp_path / "pakke.pdf")
    (sentence,) = error.value.sentences
    assert sentence.startswith(f"»Punkt 1, Bilag 1: {name}« kan ikke tages med: ")
    assert reason in sentence
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", REFUSED)
def test_with_allow_missing_a_visible_page_says_so(name, tmp_path):
    (tmp_path / name).write_bytes(REFUSED[name][0])
    record = meeting(Attachment(number="1", title=name))
    (sentence,) = pack(record, {(0, 0): tmp_path / name}, tmp_path / "pakke.pdf", allow_missing=True)
    assert name in sentence
    text = text_of(tmp_path / "pakke.pdf", 1)
    assert "Bilaget mangler i denne pakke" in text
    assert f"Punkt 1, Bilag 1: {name}" in text
    assert "side 2 af 2" in text


def test_a_small_file_that_unpacks_to_a_huge_page_is_refused(tmp_path):
    pdf = pikepdf.open(BytesIO(sheet()))
    packer = compressobj()
    content = b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(270)), packer.flush()])
    pdf.pages[0].obj.Contents.write(content, filter=pikepdf.Name.FlateDecode)
    (tmp_path / "bombe.pdf").write_bytes(saved(pdf))
    with pytest.raises(PackError, match="side 1 i filen bombe"):
        pack(meeting(Attachment(title="bombe.pdf")), {(0, 0): tmp_path / "bombe.pdf"}, tmp_path / "p.pdf")


def test_a_file_broken_in_a_way_nobody_thought_of_is_named_among_the_others(tmp_path):
    pdf = pikepdf.open(BytesIO(note()))
    pdf.Root.StructTreeRoot.IDTree = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), None]))
    for name, content in (("god.pdf", note()), ("brudt.pdf", saved(pdf)), ("fin.pdf", sheet())):
        (tmp_path / name).write_bytes(content)
    record = meeting(*(Attachment(title=name) for name in ("god.pdf", "brudt.pdf", "fin.pdf")))
    files = {
        (0, at): tmp_path / attachment.title for at, attachment in enumerate(record.items[0].attachments)
    }
    with pytest.raises(PackError) as error:
        pack(record, files, tmp_path / "pakke.pdf")
    assert error.value.sentences == (
        "»Punkt 1, Bilag: brudt.pdf« kan ikke tages med: filen brudt.pdf er beskadiget.",
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_bits_of_it_changed_is_included_or_named(seed, tmp_path):
    chance = random.Random(seed)
    plain = saved(pikepdf.open(BytesIO(note())), compress_streams=False, stream_decode_level=DECODED)
    for _ in range(5):
        broken = bytearray(plain)
        for _ in range(chance.randint(1, 6)):
            word = chance.choice(list(re.finditer(rb"(?<=[ \[])(\d+ 0 R|/\w+|\d+|true)", broken)))
            broken[word.start() : word.end()] = chance.choice(ODD_WORDS)
        (tmp_path / "a.pdf").write_bytes(broken)
        with contextlib.suppress(PackError):
            pack(meeting(Attachment(title="a.pdf")), {(0, 0): tmp_path / "a.pdf"}, tmp_path / "pakke.pdf")
            with pikepdf.open(tmp_path / "pakke.pdf") as whole:
                assert len(whole.pages) > 1


def test_all_that_are_missing_are_named_at_once(tmp_path):
    record = meeting(Attachment(number="1", title="a.pdf"), Attachment(title="b.pdf"))
    with pytest.raises(PackError) as error:
        pack(record, {}, tmp_path / "pakke.pdf", reasons={(0, 1): "det er lukket"})
    assert error.value.sentences == (
        "»Punkt 1, Bilag 1: a.pdf« kan ikke tages med: der er ingen fil til det.",
        "»Punkt 1, Bilag: b.pdf« kan ikke tages med: det er lukket.",
    )


def test_a_file_with_another_number_of_pages_than_the_record_says_is_refused(tmp_path):
    (tmp_path / "a.pdf").write_bytes(sheet(pages=2))
    with pytest.raises(PackError, match="har 2 sider, men skulle have 3"):
        pack(meeting(Attachment(title="a.pdf", pages=3)), {(0, 0): tmp_path / "a.pdf"}, tmp_path / "p.pdf")


def test_a_file_that_only_its_author_may_change_is_included(tmp_path):
    locked = saved(pikepdf.open(BytesIO(sheet())), encryption=pikepdf.Encryption(user="", owner="kode"))
    (tmp_path / "a.pdf").write_bytes(locked)
    assert pack(meeting(Attachment(title="a.pdf")), {(0, 0): tmp_path / "a.pdf"}, tmp_path / "p.pdf") == ()
    assert not pikepdf.open(tmp_path / "p.pdf").is_encrypted


def test_an_old_pack_stays_when_a_new_one_cannot_be_made(tmp_path):
    target = tmp_path / "pakke.pdf"
    target.write_bytes(b"den gamle")
    with pytest.raises(PackError):
        pack(meeting(Attachment(title="a.pdf")), {}, target)
    assert target.read_bytes() == b"den gamle"


@pytest.mark.parametrize(("kind", "size"), [("PNG", (400, 200)), ("JPEG", (200, 400))])
def test_a_picture_becomes_a_page_that_lies_as_it_does(kind, size, tmp_path):
    Image.new("RGB", size, "blue").save(tmp_path / "kort.billede", kind)
    record = meeting(Attachment(number="1", title="Kort over havnen"))
    pack(record, {(0, 0): tmp_path / "kort.billede"}, tmp_path / "pakke.pdf")
    with pypdfium2.PdfDocument(tmp_path / "pakke.pdf") as document:
        width, height = document[1].get_size()
        colours = document[1].render().to_pil().convert("RGB").getcolors(100_000)
    assert (width > height) == (size[0] > size[1])
    assert max(colours)[1][2] > 250


def test_what_never_was_a_file_is_written_out_in_the_minutes(tmp_path):
    inner = MeetingRecord(stage=Stage.MINUTES, items=(Item(number="1", title="Sidste mødes punkt"),))
    assert pack(meeting(Attachment(title="Referat", record=inner)), {}, tmp_path / "pakke.pdf") == ()
    assert "Sidste mødes punkt" in text_of(tmp_path / "pakke.pdf", 0)


def test_what_follows_as_pages_is_not_written_out_as_well(tmp_path):
    (tmp_path / "a.pdf").write_bytes(sheet())
    record = meeting(Attachment(title="a.pdf", text="Hele bilagets tekst."))
    pack(record, {(0, 0): tmp_path / "a.pdf"}, tmp_path / "pakke.pdf")
    assert "Hele bilagets tekst" not in text_of(tmp_path / "pakke.pdf", 0)


def test_a_meeting_without_attachments_is_a_pack_of_its_minutes(tmp_path):
    assert pack(meeting(), {}, tmp_path / "pakke.pdf") == ()
    assert "side 1 af 1" in text_of(tmp_path / "pakke.pdf", 0)


def test_what_is_left_out_on_purpose_stops_no_pack_and_a_page_says_why(tmp_path):
    (tmp_path / "kort.pdf").write_bytes(sheet())
    record = meeting(
        Attachment(number="1", title="Notat", text="Naboens navn er Ib"),
        Attachment(number="2", title="Kort"),
    )
    reason = "Notatet rettes og kommer til mødet"
    told = pack(record, {(0, 1): tmp_path / "kort.pdf"}, tmp_path / "pakke.pdf", left_out={(0, 0): reason})
    assert told == ()
    with pypdfium2.PdfDocument(tmp_path / "pakke.pdf") as document:
        pages = [text_of(tmp_path / "pakke.pdf", page) for page in range(len(document))]
    [page] = [page for page in pages if "Bilaget er udeladt af denne pakke" in page]
    assert "Punkt 1, Bilag 1: Notat" in page
    assert f"Grund: {reason}" in page
    assert not any("Ib" in page for page in pages)
    with pikepdf.open(tmp_path / "pakke.pdf") as whole:
        assert b"Naboens" not in whole.attachments["record.json"].get_file().read_bytes()
