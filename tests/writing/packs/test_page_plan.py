"""A page has one number, in whichever of an agenda's packs it is found."""

from dataclasses import replace

import pypdfium2
import pytest

from raadslag.record import Attachment, Item, MeetingRecord, Part, Section, Stage
from raadslag.writing.packs import pack, plan
from tests.writing.packs.papers import sheet

LONG = "Diget er to meter højt og skal være højere. " * 150
WHOLE = MeetingRecord(
    stage=Stage.AGENDA,
    body="Kulturudvalget",
    items=(
        Item(number="1", title="Cykelstier", attachments=(Attachment(title="Kort", pages=2, sha256="a"),)),
        Item(
            number="2",
            title="Køb af Fjordvej 4",
            part=Part.CLOSED,
            sections=(Section(text=LONG),),
            attachments=(Attachment(title="Tilbud", pages=3, sha256="b"),),
        ),
        Item(
            number="3",
            title="Eventuelt",
            attachments=(
                Attachment(title="Navne", part=Part.CLOSED, pages=1, sha256="c"),
                Attachment(title="Brev", pages=1, sha256="d"),
            ),
        ),
    ),
)
PUBLIC = replace(
    WHOLE,
    items=(
        WHOLE.items[0],
        Item(number="2", title="En ejendomssag", part=Part.CLOSED),
        replace(
            WHOLE.items[2],
            attachments=(
                Attachment(title="Lukket bilag", part=Part.CLOSED),
                WHOLE.items[2].attachments[1],
            ),
        ),
    ),
)
OPEN = {(0, 0), (2, 1)}


@pytest.fixture
def files(tmp_path):
    made = {}
    for at, item in enumerate(WHOLE.items):
        for beside, attachment in enumerate(item.attachments):
            made[at, beside] = tmp_path / f"{attachment.title}.pdf"
            made[at, beside].write_bytes(sheet(pages=attachment.pages or 1))
    return made


def pages_of(path):
    """Each page's printed number, which is its label too, and the words that it is known by."""
    with pypdfium2.PdfDocument(path) as document:
        found = {}
        for at in range(len(document)):
            text = document[at].get_textpage().get_text_bounded()
            last = text.split("side ")[-1].split(" af ")
            assert last[0] == document.get_page_label(at)
            found[int(last[0])] = (last[1].strip(), "Udkast" in text, text)
    return found


def test_pages_that_a_pack_leaves_out_keep_their_numbers(files, tmp_path):
    numbers = plan(WHOLE, files, [PUBLIC])
    pack(WHOLE, files, tmp_path / "members.pdf", pages=numbers)
    pack(PUBLIC, {at: files[at] for at in OPEN}, tmp_path / "public.pdf", pages=numbers)
    members, public = pages_of(tmp_path / "members.pdf"), pages_of(tmp_path / "public.pdf")
    assert list(members) == [*range(1, numbers.total + 1)]
    assert {total for total, _, _ in (*members.values(), *public.values())} == {str(numbers.total)}
    for words in ("Cykelstier", "Bilag: Kort", "Punkt 3: Eventuelt", "Bilag: Brev"):
        at = [number for number, (_, _, text) in members.items() if words in text and number > 1]
        assert at == [number for number, (_, _, text) in public.items() if words in text and number > 1]
        assert at
    assert members.keys() - public.keys() == {4, 8, 9, 10, 11}  # more of item 2, the offer, the names
    assert not any("Fjordvej" in text or "Tilbud" in text for _, _, text in public.values())


def test_what_another_pack_has_more_pages_of_is_made_room_for(files, tmp_path):
    wordy = replace(PUBLIC, notes=(LONG, LONG))
    numbers = plan(WHOLE, files, [wordy])
    assert numbers.items[0] > plan(WHOLE, files).items[0]
    pack(wordy, {at: files[at] for at in OPEN}, tmp_path / "public.pdf", pages=numbers)
    assert "Punkt 1: Cykelstier" in pages_of(tmp_path / "public.pdf")[numbers.items[0]][2]


def test_a_part_of_the_agenda_has_the_numbers_of_the_whole(files):
    numbers = plan(WHOLE, files)
    some = numbers.of([0, 2])
    assert some.items == (numbers.items[0], numbers.items[2])
    assert some.attachments[1, 1] == numbers.attachments[2, 1]
    assert some.total == numbers.total


def test_a_draft_says_so_on_every_page(files, tmp_path):
    pack(WHOLE, files, tmp_path / "draft.pdf", pages=plan(WHOLE, files), draft=True)
    assert all(is_draft for _, is_draft, _ in pages_of(tmp_path / "draft.pdf").values())
