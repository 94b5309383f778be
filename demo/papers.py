"""Recommendation papers, and the agenda of another body that lies as an attachment."""

from datetime import date, timedelta

from demo.source import Appendix, Case, Municipality
from raadslag.record import Attachment, Item, MeetingRecord, Paper, PaperSection, Stage

HEADINGS = ("Resume", "Beslutningspunkter", "Hvorfor fremsendes indstillingen?", "Hvordan følges der op?")

# title, minutes, purpose, method, responsible, attachments; the minutes add up to more than the meeting has
AGENDA = (
    ("Godkendelse af dagsorden", 3, "Dagsordenen for mødet godkendes.", None, "Signe Lyngdal Kors", ()),
    (
        "Referat fra udvalgets seneste møde",
        2,
        "Udvalget orienteres om referatet fra det seneste møde.",
        None,
        "Signe Lyngdal Kors",
        ("Referat fra mødet den 12. februar 2026",),
    ),
    (
        "Byrådshenvist sag: Skolemad på alle folkeskoler",
        45,
        "Byrådet har henvist sagen til behandling i udvalget.",
        "Mundtlig drøftelse, hvorefter der skal konkluderes på sagen",
        "Ingelise Bækmark",
        ("Indstilling", "Bilag 1: Ugemenu fra forsøgskøkkenet", "Byrådsdebat"),
    ),
    (
        "Opfølgning på læsning i indskolingen",
        40,
        "Udvalget får en status på læsevejledernes arbejde og på skolebibliotekernes åbningstid.",
        "Oplæg ved to læsevejledere og spørgsmål",
        "Laust Overgaard Bro",
        ("Notat om læseprøver",),
    ),
    ("Orienteringspunkter", 30, "Gensidig orientering.", "Bordrunde", "Signe Lyngdal Kors", ()),
    (
        "Evt. byrådshenvist sag: Havnefestival",
        35,
        "Byrådet kan på sit møde henvise sagen til udvalget.",
        "Mundtlig drøftelse",
        "Mette-Lis Hedemark",
        ("Pladsplan",),
    ),
    ("Evt.", 10, "Eventuelle emner.", None, "Signe Lyngdal Kors", ()),
)


def paper_of(case: Case, appendix: Appendix) -> Paper:
    """The recommendation paper that the administration wrote for a case."""
    resume, *rest = (text for _, text in case.sections)
    why = rest[0] if rest else "Sagen skal afgøres politisk, fordi den rækker ud over det vedtagne budget."
    follow_up = "Forvaltningen vender tilbage med en status, når et år er gået."
    texts = (resume, "Det indstilles:", why, follow_up)
    return Paper(
        title=case.title,
        to=appendix.to,
        from_=appendix.from_,
        dated_on=appendix.on,
        case_number=case.number,
        sections=tuple(
            PaperSection(number=str(at), heading=heading, text=text)
            for at, (heading, text) in enumerate(zip(HEADINGS, texts, strict=True), 1)
        ),
        recommendation=case.recommendation,
        caseworker=appendix.caseworker,
        phone=appendix.phone,
        email=appendix.email,
        characters=sum(len(text) for text in (*texts, *case.recommendation)),
    )


def agenda_of_another_body(municipality: Municipality, appendix: Appendix) -> MeetingRecord:
    """An agenda whose items take longer than its meeting does."""
    council = municipality.bodies["boern"]
    on = date(2026, 3, 5)
    meeting = next(each for each in municipality.meetings if each.key == f"boern {on}")
    starts_at, ends_at = municipality.hours(meeting)
    now = starts_at
    items = []
    for number, (title, minutes, purpose, method, responsible, attachments) in enumerate(AGENDA, 1):
        after = now + timedelta(minutes=minutes)
        items.append(
            Item(
                number=str(number),
                title=title,
                purpose=purpose,
                method=method,
                responsible=responsible,
                starts_at=now.time(),
                ends_at=after.time(),
                attachments=tuple(Attachment(title=each) for each in attachments),
            )
        )
        now = after
    return MeetingRecord(
        authority=municipality.authority,
        body=council.name,
        stage=Stage.AGENDA,
        starts_at=starts_at,
        ends_at=ends_at,
        place=council.place,
        items=tuple(items),
    )
