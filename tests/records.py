"""Records for property tests: Danish words, odd numbers, texts like our own print, meetings in meetings."""

from datetime import date, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

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

T = TypeVar("T")

WORDS = (
    *("byrådet", "kommunalbestyrelsesmedlemmernes", "beskæftigelsesplanerne", "dimmitendledighed", "åbne"),
    *("arbejdsmarkedsuddannelsescentrene", "kriminalpræventive", "Ærøskøbing", "og", "i", "Århus", "at"),
    *("samarbejdsudvalgsformanden", "til", "på", "økonomi", "høringssvar", "ældreråd", "café", "naïv"),
    *("22.00-23.00", "MSB-sager", "for- og bagside", "EMN-2025-003383", "§ 10, stk. 1", "12,5 mio. kr."),
    *("https://lindevad.example/dagsordener/byraadet/2025-08-27/punkt-2?vis=alt&sprog=da", "–", "-", "—"),
    *("A–B", "m²", "½", "100%", "kl.", "1.", "a)", "(bilag", "3)", "»citat«", '"citat"', "d'Arc", "…"),
    *("Łódź", "Šišić", "Søren O’Neill", "Київ", "Αθήνα", "Nuuk", "ß", "×", "≥", "→", "✓", "☐", "🙂"),
    *("Speciallægepraksisplanlægningsstabiliseringsperioden", "x" * 90, "1-2-3-4-5-6-7-8-9-" * 8 + "0"),
    *("ja/nej/ved ikke", "og/eller", "x=1;y=2", "[sic]", "fil_navn_2.pdf", "a@lindevad.example", "-5", "50-"),
)
# what our own print says, at the places where a careless reader would take it for a label
OURS = (
    *("Punkt 4: Beslutning", "Bilag", "Bilag 1: Referat", "Her slutter bilaget", "Beslutning", "Indstilling"),
    *(
        "Punkt",
        ":",
        "At 1) at",
        "side 1 af 3",
        "Sagsnummer",
        "· afbud",
        "Stemte for: 12",
        "Lukket punkt",
        "*",
    ),
    *("Deltagere", "Indhold", "Referat", "Afvigende mening", "Frist:", "· gengivet nedenfor", ".", ",", "–"),
)

word = st.sampled_from(WORDS + OURS)
line = st.lists(word, min_size=1, max_size=6).map(" ".join)
long_line = st.lists(word, min_size=20, max_size=60).map(" ".join)
untidy = st.text(alphabet=" \t\u00a0\u00ad\u200b\x07-æÅe\u0301xﬁ ", max_size=8)
title = st.one_of(line, line, long_line, untidy)
text = st.lists(st.one_of(line, long_line, untidy), max_size=4).map("\n".join)
number = st.sampled_from(("1", "2", "3a", "301", "12.", "II", "1 b", "A: 3", "38-Godkendelse"))
clock = st.times().map(lambda at: at.replace(second=0, microsecond=0))
day = st.dates(date(1000, 1, 1), date(9999, 12, 31))
moment = st.builds(datetime.combine, day, clock)


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


def few(values: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def made(cls: type[T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    return st.builds(cls, **fields)


votes = made(
    Vote,
    choice=st.sampled_from(Choice),
    count=maybe(st.integers(0, 99)),
    groups=few(line, 3),
    persons=few(line, 3),
)
decisions = made(
    Decision,
    text=text,
    outcome=st.sampled_from(Outcome),
    votes=few(votes),
    dissents=few(made(Dissent, who=title, text=text)),
    follow_ups=few(made(FollowUp, text=text, who=maybe(line), due=maybe(line))),
)
papers = made(
    Paper,
    title=maybe(title),
    to=maybe(line),
    from_=maybe(line),
    dated_on=maybe(day),
    case_number=maybe(line),
    sections=few(made(PaperSection, number=maybe(number), heading=title, text=text), 3),
    recommendation=few(text),
    caseworker=maybe(line),
    phone=maybe(line),
    email=maybe(line),
    characters=maybe(st.integers(0, 100_000)),
)
attendances = made(
    Attendance,
    person=title,
    role=maybe(line),
    status=st.sampled_from(Presence),
    substitute_for=maybe(line),
    from_=maybe(clock),
    to=maybe(clock),
    item=maybe(number),
    topic=maybe(line),
    reason=maybe(line),
)


def attachments(deeper: st.SearchStrategy[MeetingRecord | None]) -> st.SearchStrategy[Attachment]:
    return made(
        Attachment,
        number=maybe(number),
        title=title,
        part=st.sampled_from(Part),
        media_type=maybe(st.just("application/pdf") | line),
        pages=maybe(st.integers(0, 2000)),
        sha256=maybe(st.just("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        text=maybe(text),
        paper=maybe(papers),
        record=deeper,
    )


def items(deeper: st.SearchStrategy[MeetingRecord | None]) -> st.SearchStrategy[Item]:
    return made(
        Item,
        number=maybe(number),
        title=title,
        part=st.sampled_from(Part),
        closed_ground=maybe(text),
        kind=maybe(st.sampled_from(Kind)),
        case_number=maybe(line),
        purpose=maybe(text),
        method=maybe(text),
        responsible=maybe(text),
        starts_at=maybe(clock),
        ends_at=maybe(clock),
        condition=maybe(text),
        sections=few(made(Section, heading=maybe(title), text=text), 3),
        recommendation=few(text, 3),
        decision=maybe(decisions),
        attachments=few(attachments(deeper)),
    )


def records(depth: int = 2) -> st.SearchStrategy[MeetingRecord]:
    """Records that hold other records at most `depth` deep."""
    deeper = maybe(records(depth - 1)) if depth else st.none()
    return made(
        MeetingRecord,
        authority=maybe(title),
        body=maybe(title),
        term=maybe(line),
        stage=st.sampled_from(Stage),
        supplement=maybe(st.integers(-3, 30)),
        starts_at=maybe(moment),
        ends_at=maybe(moment),
        place=maybe(line),
        chair=maybe(line),
        minute_taker=maybe(line),
        notes=few(text),
        attendance=few(attendances, 3),
        items=few(items(deeper), 3),
    )
