"""Agendas as municipalities write them, drawn at random: the same seed gives the same agenda.

Boilerplate, accounts, case numbers and other numbers are in them, for they must stop nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from raadslag.publishing.public_record import OWN_TITLE
from raadslag.record import (
    Attachment,
    Attendance,
    Decision,
    Item,
    Kind,
    MeetingRecord,
    Outcome,
    Part,
    Section,
    Stage,
)

SUBJECTS = ["cykelsti", "lokalplan", "skolefritidsordning", "plejehjem", "varmeplan", "havnebad"]
PLACES = ["Åvejen", "Mølledammen", "Lindevad Nord", "Torvet", "Søndermarken", "Engdraget", "Kirkebakken"]
WORDS = [
    *("kommunen", "forvaltningen", "udvalget", "borgerne", "anlægget", "driften", "rammen", "høringen"),
    *("naboerne", "økonomien", "planen", "området", "foreslår", "vurderer", "forventer", "anbefaler"),
    *("afventer", "bemærker", "noterer", "at", "og", "eller", "hvis", "når"),
    *("samt", "fordi", "inden", "efter", "ny", "større", "fælles", "grøn"),
    *("samlet", "årlig", "midlertidig", "trafikal", "faglig", "politisk", "møde", "sag"),
    *("notat", "bilag", "behov", "tidsplan", "etape", "udbud", "entreprise", "kontrakt"),
    *("tilskud", "støj", "trafik", "skole", "dagtilbud", "ældre", "idræt", "kultur"),
    *("klima", "vand"),
]
BOILERPLATE = [
    "Forvaltningen indstiller, at udvalget over for byrådet anbefaler indstillingen.",
    "Sagen har ikke økonomiske, personalemæssige eller bevillingsmæssige konsekvenser for kommunen.",
    "Sagen afgøres i byrådet efter indstilling fra økonomiudvalget, jf. kompetenceplanen.",
    "Der henvises til sagens bilag, som kan ses på kommunens hjemmeside.",
]
NUMBERS = [
    *("EAN 5798003756123", "konto 1234-5678901", "EMN-2025-003383", "matr.nr. 12a og 101286-1"),
    *("J.nr. 01.02.05-P16-4-25", "1.250.000 kr.", "den 31. december 2025", "kl. 16.00-18.30"),
    *("§ 10, stk. 1", "CVR 12 34 56 78", "2024-2028"),
]
TITLES = [
    *("Opsigelse af {name}", "Køb af {name}s grund", "Påtale til skoleleder {name}"),
    *("Klage over lederen {name}", "Aftale om fratrædelse for {name} nu"),
    *("Tilbud fra {name} og hans to brødre", "{name}"),
]
NAMES = ["Hanne Ravnkilde", "Villy Stormgård", "Gerda Mosebøl", "Tyge Kaldal"]


@dataclass(frozen=True)
class Agenda:
    """A record and what in it is closed: two sentences that stand nowhere in what is open, and the closed
    item's own title, of two to seven words."""

    record: MeetingRecord
    secret: str
    secret_note: str
    own_title: str
    personal_number: str


def agenda(seed: int) -> Agenda:
    """An agenda with open items, one closed item, and a closed attachment on an open item."""
    random = Random(seed)
    secret, note = sentence(random, 14), sentence(random, 16)
    own_title = random.choice(TITLES).format(name=random.choice(NAMES))
    items = [open_item(random, number) for number in range(1, random.randint(3, 6))]
    closed_attachment = Attachment(number="9", title="Vurdering.pdf", part=Part.CLOSED, text=note)
    items[0] = with_attachment(items[0], closed_attachment)
    items.append(closed_item(random, len(items) + 1, secret, own_title))
    starts_at = datetime(2026, 1, 5, 16) + timedelta(days=random.randint(0, 300))
    record = MeetingRecord(
        authority="Lindevad Kommune",
        body=random.choice(["Byrådet", "Teknik- og Miljøudvalget", "Børneudvalget"]),
        stage=random.choice(list(Stage)),
        starts_at=starts_at,
        place=f"Rådhuset, {random.choice(PLACES)} {random.randint(1, 90)}",
        attendance=(Attendance(person="Bo Vang"), Attendance(person="Rita Solvang", role="formand")),
        items=tuple(items),
    )
    return Agenda(record, secret, note, own_title, personal_number(random))


def sentence(random: Random, length: int) -> str:
    return " ".join(random.choices(WORDS, k=length)).capitalize()


def open_item(random: Random, number: int) -> Item:
    subject = f"{random.choice(SUBJECTS)} ved {random.choice(PLACES)}".capitalize()
    paragraphs = [f"{sentence(random, random.randint(8, 20))}." for _ in range(random.randint(1, 3))]
    paragraphs += random.sample(BOILERPLATE, 2)
    paragraphs.append(f"{sentence(random, 5)} ({random.choice(NUMBERS)}, {random.choice(NUMBERS)}).")
    return Item(
        number=str(number),
        title=subject,
        kind=Kind.DECISION,
        case_number=f"EMN-2026-{random.randint(0, 999_999):06}",
        sections=(Section(heading="Sagsfremstilling", text="\n".join(paragraphs)),),
        recommendation=(f"{random.choice(WORDS)} godkendes med {random.randint(1, 90)} mio. kr.,",),
        decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED) if random.random() < 0.5 else None,
    )


def closed_item(random: Random, number: int, secret: str, own_title: str) -> Item:
    """A closed item; it shares the boilerplate that open items have, which is no secret."""
    return Item(
        number=str(number),
        title="Lukket sag",
        part=Part.CLOSED,
        closed_ground="Forhandling om køb og salg af fast ejendom",
        case_number=f"EMN-2026-{random.randint(0, 999_999):06}",
        sections=(
            Section(heading=OWN_TITLE, text=own_title),
            Section(heading="Sagsfremstilling", text=f"{secret}.\n{random.choice(BOILERPLATE)}"),
        ),
    )


def with_attachment(item: Item, attachment: Attachment) -> Item:
    return Item(**{name: getattr(item, name) for name in item.__slots__} | {"attachments": (attachment,)})


def personal_number(random: Random) -> str:
    """ddmmyy-xxxx of a real day; the control digit need not fit."""
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(0, 99)
    return f"{day:02}{month:02}{year:02}-{random.randint(0, 9999):04}"
