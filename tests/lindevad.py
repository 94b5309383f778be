"""Lindevad Kommune, the made-up municipality of the tests, and the people who use Rådslag there."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import typst

from raadslag.record import (
    Attachment,
    Attendance,
    Decision,
    Item,
    MeetingRecord,
    Outcome,
    Part,
    Section,
    Source,
    Stage,
)

ANNA = "Anna Lund"  # secretary
PUBLISHED_AT = datetime(2025, 9, 1, 12, 0, tzinfo=UTC)

SECRET_SALE = "Kommunen sælger grunden Møllevang 14 til entreprenøren for seks millioner kroner uden frist"
SECRET_NOTE = "Vurderingen af de tre tilbudsgivere viser at kun den ene har råd til at bygge inden vinteren"


def council_minutes(*items: Item, **changes: object) -> MeetingRecord:
    """The minutes of a council meeting on 27 August 2025, with these items or four of its own."""
    values: dict[str, object] = {
        "authority": "Lindevad Kommune",
        "body": "Byrådet",
        "stage": Stage.MINUTES,
        "starts_at": datetime(2025, 8, 27, 16, 0),
        "ends_at": datetime(2025, 8, 27, 19, 0),
        "place": "Rådhuset i Lindevad",
        "attendance": (Attendance(person="Bo Vang", role="byrådsmedlem"),),
        "items": items or (cycle_paths(), closed_sale()),
        "source": Source(name="referat.pdf", sha256="0" * 64, pages=3),
    }
    return MeetingRecord(**{**values, **changes})


def cycle_paths() -> Item:
    """An open item with a decision and a case number."""
    return Item(
        number="1",
        title="Cykelstier langs Åvejen",
        case_number="EMN-2025-000101",
        sections=(Section(heading="Sagsfremstilling", text="Forvaltningen foreslår to kilometer cykelsti."),),
        decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
    )


def closed_sale() -> Item:
    """A closed item, with all that must not get out."""
    return Item(
        number="2",
        title="Salg af grund",
        part=Part.CLOSED,
        closed_ground="Forhandling om køb og salg af fast ejendom",
        case_number="EMN-2025-000102",
        sections=(Section(heading="Sagsfremstilling", text=SECRET_SALE),),
        decision=Decision(text=f"Byrådet vedtog, at {SECRET_SALE[:1].lower()}{SECRET_SALE[1:]}."),
        attachments=(Attachment(number="1", title="Tilbud.pdf", text=SECRET_NOTE),),
    )


def pdf(text: str, **docinfo: str) -> bytes:
    """A page with the text."""
    page = typst.compile(
        b"#sys.inputs.text", sys_inputs={"text": text}, timestamp=int(PUBLISHED_AT.timestamp())
    )
    with pikepdf.open(BytesIO(page)) as document:
        for key, value in docinfo.items():
            document.docinfo[f"/{key}"] = value
        saved = BytesIO()
        document.save(saved, deterministic_id=True)
    return saved.getvalue()
