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
    """A line that is a label: what it heads, the words of it, and what stands after it on the same line."""

    passage: Passage
    heading: str
    rest: str = ""


DECISION = re.compile(
    r"(?:beslutning(?:er)?(?:\s+(?:i|fra|på|den)\s+(?P<whose>.+?))?|udvalgets beslutning|.{3,60}s beslutning"
    r"(?:\s+(?:i mødet\s+)?den\s+.+)?|beslutningsreferat|protokol)\s*:?",
    re.IGNORECASE,
)
RECOMMENDATION = re.compile(
    r"(?:indstilling(?:en)?|beslutningspunkt(?:er)?|.{3,60}s indstilling|indstillinger|at-punkter|anbefaling)\s*:?",
    re.IGNORECASE,
)
ATTACHMENTS = re.compile(
    r"(?:bilag(?:sliste|soversigt)?|vedhæftede (?:filer|bilag)|vedlagte bilag)\s*:?", re.IGNORECASE
)
EARLIER = re.compile(
    r"(?:sagsforløb|sagens forløb|sagens gang|sagsgang|historik|tidligere (?:behandling|beslutning(?:er)?)|sagshistorik)"
    r"\s*:?",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"(?:resum[eé]|sagsfremstilling|supplerende sagsfremstilling|sagsresum[eé]|sagen kort|kort sagsfremstilling"
    r"|beslutningstema|problemstilling|løsning|politisk handlerum|videre proces|effekt(?:er)?|økonomi(?:ske"
    r" (?:forhold|konsekvenser)(?: og konsekvenser)?)?|økonomi og personale|personale|lovgrundlag|juridiske? (?:forhold"
    r"|konsekvenser)|høring(?:ssvar)?|borgerinddragelse|kommunikation|tidsplan|tidsperspektiv|konsekvenser|miljø(?:forhold)?"
    r"|klima|sundhed|baggrund|formål|forvaltningens (?:bemærkninger|vurdering)|administrationens (?:bemærkninger|vurdering)"
    r"|vurdering|bemærkninger|konklusion|opfølgning|sagstype|sagen afgøres i|kompetence|beskrivelse|alternativer"
    r"|.{3,60}s? påtegning|påtegning|erklæring|inddragelse(?: og høring)?|planforhold|handicaprådet|ældrerådet)\s*:?",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"(?=(?:.*[A-ZÆØÅ]){6})[^a-zæøå]{6,120}")

TABLE = (
    (DECISION, Passage.DECISION),
    (ATTACHMENTS, Passage.ATTACHMENTS),
    (EARLIER, Passage.EARLIER),
    (RECOMMENDATION, Passage.RECOMMENDATION),
    (SECTION, Passage.SECTION),
)


def label_of(text: str) -> Label | None:
    """The label that a whole line is, by its words; None where it is text."""
    if len(text) > 90 or text.endswith((".", ",", ";")):
        return None
    for pattern, passage in TABLE:
        if pattern.fullmatch(text):
            return Label(passage, text.rstrip(" :"))
    if CAPITALS.fullmatch(text) and not re.search(r"\d{3}", text):
        return Label(Passage.SECTION, text.rstrip(" :"))
    return None


def body_in(heading: str) -> str | None:
    """Whose decision a heading says it is ("Beslutning i Økonomiudvalget den 4. maj 2021"), None for ours."""
    found = DECISION.fullmatch(heading)
    if found and found["whose"]:
        return found["whose"].strip()
    named = re.fullmatch(r"(.{3,60})s beslutning.*", heading, re.IGNORECASE)
    return named[1].strip() if named and named[1].lower() != "udvalget" else None
