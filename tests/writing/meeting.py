"""A meeting of the made-up Lindevad Kommune that shows what minutes may hold."""

from datetime import date, datetime, time

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

EARLIER = MeetingRecord(
    body="Teknisk Udvalg",
    stage=Stage.MINUTES,
    starts_at=datetime(2025, 8, 12, 16),
    items=(
        Item(number="1", title="Godkendelse af dagsorden", decision=Decision(text="Godkendt.")),
        Item(number="2", title="Bordrunde", sections=(Section(text="Intet til punktet."),)),
    ),
)
PAPER = Paper(
    title="Plan for cykelstier",
    to="Byrådet",
    from_="Teknik og Miljø",
    dated_on=date(2025, 8, 1),
    sections=(PaperSection(number="1", heading="Resumé", text="Der bygges cykelstier langs Åvej."),),
    recommendation=("at planen godkendes",),
    caseworker="Ida Sommer",
    characters=4211,
)
MEETING = MeetingRecord(
    authority="Lindevad Kommune",
    body="Byrådet",
    stage=Stage.MINUTES,
    starts_at=datetime(2025, 8, 27, 16),
    ends_at=datetime(2025, 8, 27, 18, 30),
    place="Byrådssalen",
    chair="Karen Holm",
    minute_taker="Anna Lund",
    notes=("Mødet blev optaget.",),
    attendance=(
        Attendance(person="Karen Holm", role="borgmester"),
        Attendance(person="Mette Skov", status=Presence.APOLOGY, reason="sygdom"),
        Attendance(person="Jens Dal", status=Presence.SUBSTITUTE, substitute_for="Mette Skov", to=time(18)),
    ),
    items=(
        Item(
            number="1",
            title="Godkendelse af dagsorden",
            kind=Kind.STANDING,
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        ),
        Item(
            number="2",
            title="Plan for cykelstier",
            case_number="EMN-2025-003383",
            kind=Kind.DECISION,
            starts_at=time(16, 10),
            ends_at=time(16, 45),
            recommendation=("at planen godkendes", "at der frigives 12,5 mio. kr."),
            sections=(
                Section(heading="Sagsfremstilling", text="Planen har været i høring.\nDer kom 12 svar."),
            ),
            decision=Decision(
                text="Indstillingen blev godkendt.",
                outcome=Outcome.APPROVED,
                votes=(
                    Vote(choice=Choice.FOR, count=15, groups=("A", "V")),
                    Vote(choice=Choice.AGAINST, count=4, persons=("Bo Friis",)),
                ),
                dissents=(Dissent(who="Bo Friis", text="Ønsker en billigere løsning."),),
                follow_ups=(FollowUp(text="Notat om økonomi.", who="Teknik og Miljø", due="1. oktober"),),
            ),
            attachments=(
                Attachment(number="1", title="Referat af 12. august.pdf", pages=4, record=EARLIER),
                Attachment(number="2", title="Indstilling", paper=PAPER),
                Attachment(number="3", title="Kort", part=Part.CLOSED),
            ),
        ),
        Item(
            number="3",
            title="Køb af ejendom",
            part=Part.CLOSED,
            closed_ground="KSL § 10, stk. 1",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        ),
        Item(title="Eventuelt"),
    ),
)
