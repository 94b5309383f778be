"""The labels that municipalities put over the passages of an item, and what each passage is."""

import re
from enum import StrEnum
from typing import NamedTuple


class Passage(StrEnum):
    """What stands under a label."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    ATTACHMENTS = "attachments"
    EARLIER = "earlier"
    SECTION = "section"


class Label(NamedTuple):
    """A line that is a label: what it heads, and its words."""

    passage: Passage
    heading: str


WORDS = {
    Passage.DECISION: """
        beslutning, beslutninger, udvalgets beslutning, beslutningsreferat, protokol
        """,
    Passage.ATTACHMENTS: """
        bilag, bilagsliste, bilagsoversigt, vedhæftede filer, vedhæftede bilag, vedlagte bilag
        """,
    Passage.EARLIER: """
        sagsforløb, sagens forløb, sagens gang, sagsgang, historik, sagshistorik, tidligere behandling,
        tidligere beslutning, tidligere beslutninger
        """,
    Passage.RECOMMENDATION: """
        indstilling, indstillingen, indstillinger, beslutningspunkt, beslutningspunkter, at-punkter,
        anbefaling
        """,
    Passage.SECTION: """
        resume, resumé, indledning, forslag, sagsbeskrivelse, sagsfremstilling,
        supplerende sagsfremstilling, kort sagsfremstilling, sagsresume,
        sagsresumé, sagen kort, beslutningstema, problemstilling, løsning, politisk handlerum, videre proces,
        baggrund, formål, beskrivelse, alternativer, vurdering, bemærkninger, konklusion, opfølgning, effekt,
        effekter, økonomi, økonomiske forhold, økonomiske konsekvenser, økonomiske forhold og konsekvenser,
        økonomi og personale, økonomi og drift, personale, sagsfremstilling og økonomi, videre forløb,
        det videre forløb, lovgrundlag, juridiske forhold, juridiske konsekvenser, planforhold,
        høring, høringssvar, inddragelse, inddragelse og høring, borgerinddragelse, kommunikation, tidsplan,
        tidsperspektiv, konsekvenser, miljø, miljøforhold, klima, sundhed, forvaltningens bemærkninger,
        forvaltningens vurdering, administrationens bemærkninger, administrationens vurdering, sagstype,
        sagen afgøres i, kompetence, påtegning, erklæring, handicaprådet, ældrerådet
        """,
}
PASSAGES = {label.strip(): passage for passage, listed in WORDS.items() for label in listed.split(",")}

# labels that name whose passage it is: "Beslutning i Økonomiudvalget den 4. maj", "Rådmandens indstilling"
WHOSE_DECISION = re.compile(
    r"beslutning(?:er)?\s+(?:(?:i|fra|på)\s+(?P<body>.{3,70})|den\s+\d.*)", re.IGNORECASE
)
THEIR_DECISION = re.compile(r"(?P<body>.{3,60})s beslutning(?:\s+(?:i mødet\s+)?den\s+\d.*)?", re.IGNORECASE)
DATED_DECISION = re.compile(
    r"beslutning(?:er)?\s+(?!om\b|vedr)(?P<body>[A-ZÆØÅ].{2,60}?),?\s+(?:den\s+|d\.\s*)?\d{1,2}[-./ ].{4,20}",
    re.IGNORECASE,
)
PATTERNS = (
    (WHOSE_DECISION, Passage.DECISION),
    (DATED_DECISION, Passage.DECISION),
    (THEIR_DECISION, Passage.DECISION),
    (re.compile(r".{3,60}s indstilling", re.IGNORECASE), Passage.RECOMMENDATION),
    (re.compile(r".{3,60} påtegning", re.IGNORECASE), Passage.SECTION),
)
CAPITALS = re.compile(r"(?=(?:[^A-ZÆØÅ]*[A-ZÆØÅ]){6})[^a-zæøå]{6,120}")
FIGURES = re.compile(r"\d{3}")
LONGEST = 90


def label_of(text: str) -> Label | None:
    """The label that a whole line is, by its words; None where it is text."""
    if not text or len(text) > LONGEST or text[-1] in ".,;":
        return None
    heading = text.strip(" :•")
    passage = PASSAGES.get(heading.lower())
    if passage is None:
        passage = next((passage for pattern, passage in PATTERNS if pattern.fullmatch(heading)), None)
    if passage is None and CAPITALS.fullmatch(text) and not FIGURES.search(text):
        passage = Passage.SECTION
    return Label(passage, heading) if passage else None


def body_in(heading: str) -> str | None:
    """Whose decision a heading says it is ("Beslutning i Økonomiudvalget den 4. maj 2021"), None for ours."""
    if heading.lower() in PASSAGES:
        return None
    patterns = (WHOSE_DECISION, DATED_DECISION, THEIR_DECISION)
    found = next((match for pattern in patterns if (match := pattern.fullmatch(heading))), None)
    body = found["body"] if found else None
    return body.strip() if body else None
