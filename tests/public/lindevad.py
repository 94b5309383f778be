"""A small made-up municipality whose publications show everything the pages can show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import typst

from raadslag.record import (
    Attachment,
    Attendance,
    Choice,
    Decision,
    Dissent,
    FollowUp,
    Item,
    Kind,
    MeetingRecord,
    Outcome,
    Paper,
    PaperSection,
    Part,
    Presence,
    Section,
    Stage,
    Vote,
)

CASE = "EMN-2025-004711"
SECRET = "Sælgeren Vagn Tværgård forlanger fire millioner kroner for grunden."
AUTHORITY = "Lindevad Kommune"

APPROVAL = Item(
    number="1",
    title="Godkendelse af dagsorden",
    kind=Kind.STANDING,
    case_number="EMN-2025-000001",
    decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
)

LIBRARY_PAPER = Paper(
    title="Længere åbningstid på Lindevad Bibliotek",
    to="Byrådet",
    from_="Kultur og Fritid",
    dated_on=date(2025, 8, 11),
    case_number=CASE,
    sections=(
        PaperSection(
            number="1", heading="Resume", text="Biblioteket foreslås åbnet til klokken 22 hver dag."
        ),
        PaperSection(
            number="2",
            heading="Beslutningspunkter",
            text="Forvaltningen har regnet på to modeller.\nDen ene kræver vagtmandskab, den anden ikke.",
        ),
    ),
    recommendation=("åbningstiden udvides fra 1. januar 2026,", "udgiften holdes inden for rammen."),
    caseworker="Karla Bjørnebo",
)

LAST_MEETING = MeetingRecord(
    authority=AUTHORITY,
    body="Byrådet",
    stage=Stage.MINUTES,
    starts_at=datetime(2025, 6, 18, 16),
    place="Byrådssalen",
    attendance=(Attendance(person="Bo Egeskov"), Attendance(person="Rita Solvang", status=Presence.APOLOGY)),
    items=(
        APPROVAL,
        Item(
            number="2",
            title="Cykelsti langs Åvej",
            responsible="Vej og Park",
            sections=(Section(heading="Sagsfremstilling", text="Stien bliver 900 meter lang."),),
            attachments=(Attachment(number="1", title="Tracé", text="Stien følger åens nordlige bred."),),
            decision=Decision(text="Byrådet godkendte anlægget.", outcome=Outcome.APPROVED),
        ),
    ),
)


def library(outcome: Outcome, decision: str | None, **more: object) -> Item:
    """The case that goes from the committee to the council and back."""
    return Item(
        number="2",
        title="Længere åbningstid på Lindevad Bibliotek",
        kind=Kind.DECISION,
        case_number=CASE,
        responsible="Kultur og Fritid",
        recommendation=(
            "åbningstiden på Lindevad Bibliotek udvides til klokken 22 på alle hverdage fra 1. januar 2026,",
            "udgiften på 480.000 kr. om året holdes inden for kulturområdets ramme.",
        ),
        sections=(
            Section(
                heading="Sagsfremstilling",
                text="Borgere uden for arbejdsmarkedets faste arbejdstider kan sjældent nå biblioteket.\n"
                "En prøveordning i foråret gav 3.200 ekstra besøg. Besøgene fordelte sig jævnt over ugen, "
                "og der var ingen klager fra naboerne.",
            ),
            Section(heading="Økonomi", text="Udgiften er 480.000 kr. om året til vagter og lys."),
        ),
        decision=Decision(text=decision, outcome=outcome, **more) if decision else None,  # type: ignore[arg-type]
        attachments=(
            Attachment(
                number="1",
                title="Evaluering af prøveordningen",
                media_type="application/pdf",
                pages=2,
                text="Evaluering af prøveordningen\nI alt 3.200 besøg efter klokken 18. Flest om torsdagen.",
            ),
            Attachment(number="2", title="Indstilling", media_type="application/pdf", paper=LIBRARY_PAPER),
            Attachment(number="3", title="Høringssvar fra brugerrådet"),
        ),
    )


def council(version: int) -> MeetingRecord:
    """The council's minutes of 27 August 2025, first with a slip and then corrected."""
    yes = 14 if version == 1 else 15
    return MeetingRecord(
        authority=AUTHORITY,
        body="Byrådet",
        term="2022-2025",
        stage=Stage.MINUTES,
        starts_at=datetime(2025, 8, 27, 16),
        ends_at=datetime(2025, 8, 27, 18, 30),
        place="Byrådssalen, Torvet 1",
        chair="Inger Toftegård",
        minute_taker="Anna Kildemose",
        notes=("Mødet blev optaget og kan ses i et halvt år.",),
        attendance=(
            Attendance(person="Inger Toftegård", role="borgmester"),
            Attendance(person="Bo Egeskov"),
            Attendance(person="Rita Solvang", status=Presence.APOLOGY, reason="ferie"),
            Attendance(
                person="Ove Mosegaard",
                status=Presence.SUBSTITUTE,
                substitute_for="Rita Solvang",
                from_=time(16, 20),
            ),
            Attendance(person="Dina Fuglsang", topic="besøg fra skolen", from_=time(16), to=time(16, 10)),
            Attendance(person="Karla Bjørnebo", topic="bibliotekets åbningstid", to=time(16, 45), item="2"),
        ),
        items=(
            APPROVAL,
            library(
                Outcome.APPROVED,
                f"Byrådet godkendte indstillingen med {yes} stemmer for og 4 imod.\n"
                "Ordningen gøres op efter det første år.",
                votes=(
                    Vote(choice=Choice.FOR, count=yes, groups=("A", "B", "F")),
                    Vote(choice=Choice.AGAINST, count=4, groups=("V",), persons=("Dan Hedegaard",)),
                ),
                dissents=(
                    Dissent(who="Dan Hedegaard", text="Pengene burde være brugt på skolebiblioteket."),
                ),
                follow_ups=(
                    FollowUp(text="Opgørelse af det første år", who="Kultur og Fritid", due="marts 2027"),
                ),
            ),
            Item(
                number="3",
                title="Referat fra sidste møde",
                kind=Kind.BRIEFING,
                decision=Decision(text="Taget til efterretning.", outcome=Outcome.NOTED),
                attachments=(Attachment(number="1", title="Referat 18. juni 2025", record=LAST_MEETING),),
            ),
            Item(
                number="4",
                title="Lokalplan 117 for boliger ved Mølledammen",
                kind=Kind.DECISION,
                case_number="EMN-2025-004802",
                sections=(Section(text="Planen giver plads til 64 rækkehuse og et fælleshus."),),
                decision=Decision(
                    text="Sagens behandling blev udsat til næste møde.", outcome=Outcome.POSTPONED
                ),
            ),
            Item(
                number="5",
                title="Forslag om gratis parkering i midtbyen",
                kind=Kind.DECISION,
                decision=Decision(text="Forslaget blev forkastet.", outcome=Outcome.REJECTED),
            ),
            Item(
                number="6",
                title="Salg af ejendom",
                part=Part.CLOSED,
                closed_ground="Kommunestyrelseslovens § 10: køb og salg af ejendom",
                sections=(Section(heading="Sagsfremstilling", text=SECRET),),
                decision=Decision(
                    text="Borgmesteren bemyndiges til at forhandle videre.", outcome=Outcome.APPROVED
                ),
            ),
        ),
    )


def agenda(record: MeetingRecord, **changes: object) -> MeetingRecord:
    """The agenda that the minutes came from: nothing decided, nobody there yet."""
    items = tuple(replace(item, decision=None) for item in record.items)
    return replace(record, stage=Stage.AGENDA, items=items, attendance=(), **changes)  # type: ignore[arg-type]


def committee(on: datetime, stage: Stage = Stage.MINUTES) -> MeetingRecord:
    """A meeting of the finance committee where the library's case begins."""
    return MeetingRecord(
        authority=AUTHORITY,
        body="Økonomiudvalget",
        stage=stage,
        starts_at=on,
        place="Mødelokale 2",
        items=(
            APPROVAL,
            library(Outcome.RECOMMENDED, "Økonomiudvalget anbefaler indstillingen over for byrådet."),
        ),
    )


def coming_meeting(on: date) -> MeetingRecord:
    """An agenda for a meeting that is still to come."""
    starts_at = datetime.combine(on, time(15, 30))
    return MeetingRecord(
        authority=AUTHORITY,
        body="Børne- og Ungeudvalget",
        stage=Stage.AGENDA,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Skolen ved Søen",
        items=(
            Item(number="1", title="Godkendelse af dagsorden", kind=Kind.STANDING),
            Item(
                number="2",
                title="Skoledistrikter fra næste skoleår",
                kind=Kind.DECISION,
                case_number="25/26257",
            ),
        ),
    )


@dataclass(frozen=True)
class Publishing:
    """One thing to publish, with the files it has, by (item, attachment)."""

    record: MeetingRecord
    files: Mapping[tuple[int, int], Path]
    at: datetime
    why: str


def history(files: Path, today: date) -> list[Publishing]:
    """What Lindevad published, in order; the attachments' PDF files are made in the folder."""
    papers = {
        (1, 0): pdf(
            files / "evaluering.pdf", "Evaluering af prøveordningen", "I alt 3.200 besøg efter klokken 18."
        ),
        (1, 1): pdf(
            files / "indstilling.pdf", "Indstilling", "Biblioteket foreslås åbnet til klokken 22 hver dag."
        ),
    }
    extra = Item(number="7", title="Tillægspunkt: Isen på Mølledammen", kind=Kind.BRIEFING)
    first = council(1)
    return [
        Publishing(committee(datetime(2024, 11, 5, 9)), {}, at(2024, 11, 8), ""),
        Publishing(committee(datetime(2025, 8, 19, 9)), papers, at(2025, 8, 21), ""),
        Publishing(agenda(first), papers, at(2025, 8, 22), ""),
        Publishing(agenda(replace(first, items=(extra,)), supplement=1), {}, at(2025, 8, 25), ""),
        Publishing(first, papers, at(2025, 8, 29), ""),
        Publishing(council(2), papers, at(2025, 9, 2), "Stemmetallet under punkt 2 var skrevet forkert."),
        Publishing(coming_meeting(today + timedelta(days=9)), {}, at(2025, 9, 3), ""),
    ]


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, 0, tzinfo=UTC)


def pdf(path: Path, title: str, text: str) -> Path:
    """A PDF of two pages."""
    source = (
        f'#set document(title: "{title}")\n#set text(lang: "da")\n= {title}\n{text}\n#pagebreak()\n{text}'
    )
    path.write_bytes(typst.compile(source.encode()))
    return path
