"""A record on paper: labelled paragraphs in order, agreed by who sets them and who reads them back.

Every piece of print is a label (our own word) or a value (a field's text), and belongs to a style. The
styles and the two kinds are told apart by their look alone, so what a value says is never mistaken for
a label: a title may well be "Punkt 4: Beslutning".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from raadslag.record import danish
from raadslag.record.meeting import Attachment, Item, MeetingRecord
from raadslag.record.paper import Paper
from raadslag.record.words import Choice, Outcome, Presence, Stage


class Style(StrEnum):
    """What a paragraph is. The names are those of the paragraph styles in a DOCX of ours."""

    AUTHORITY = "Myndighed"
    BODY = "Udvalg"
    STAGE = "Dokumentart"
    FACT = "Oplysning"
    NOTE = "Bemærkning"
    PERSON = "Deltager"
    CAPTION = "Mellemrubrik"
    ITEM = "Punkt"
    CLOSED = "Lukket"
    DECISION = "Beslutning"
    VOTE = "Stemmer"
    DISSENT = "Afvigende mening"
    FOLLOW_UP = "Opfølgning"
    CLAUSE = "Indstillingspunkt"
    HEADING = "Afsnitsoverskrift"
    TEXT = "Tekst"
    ATTACHMENT = "Bilag"
    FILE = "Bilagsfil"
    PART = "Gengivet bilag"
    PAPER = "Indstilling"
    PAPER_HEADING = "Indstillingsafsnit"
    END = "Slut på bilag"


class Kind(StrEnum):
    """Our own word, or what a field of the record says."""

    LABEL = "label"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one kind; a value with several paragraphs is several spans."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the sheet. A value's second and later paragraphs are blocks of their own."""

    style: Style
    spans: tuple[Span, ...]


# In points, in a PDF: the letter size of a style in a meeting, and where it differs in a meeting inside an
# attachment. No two styles share a size. A span that follows one of its own style and kind is set TWIN
# larger or back again, which no eye sees, so that a paragraph's beginning shows even at the top of a page.
SIZES: Mapping[Style, tuple[float, ...]] = {
    Style.FILE: (7.6,),
    Style.END: (8.0,),
    Style.NOTE: (9.2,),
    Style.ATTACHMENT: (9.4,),
    Style.FACT: (9.6,),
    Style.PERSON: (9.8,),
    Style.TEXT: (10.0,),
    Style.CLAUSE: (10.2,),
    Style.DISSENT: (10.4,),
    Style.FOLLOW_UP: (10.6,),
    Style.DECISION: (11.0,),
    Style.VOTE: (10.8,),
    Style.CAPTION: (11.2,),
    Style.HEADING: (11.4,),
    Style.PAPER_HEADING: (11.6,),
    Style.AUTHORITY: (12.2, 11.8),
    Style.CLOSED: (12.0,),
    Style.PART: (12.4,),
    Style.PAPER: (12.8,),
    Style.ITEM: (15.0, 13.0),
    Style.STAGE: (16.0, 13.4),
    Style.BODY: (26.0, 14.0),
}
TWIN = 0.1
FURNITURE_SIZES = {"page header and footer": 7.8, "contents": 8.8}
LABEL_FONT = "IBMPlexSans-Medm"
# of words too long for a line: a line may end anywhere in them, and there is no space in them
LONG_WORD_FONTS = frozenset({"IBMPlexSans-Italic", "IBMPlexSans-MedmItalic"})

# In a Word file: the names of the paragraph styles, and of the character style of labels.
DOCX_STYLES: Mapping[Style, str] = {style: f"Rådslag {style}" for style in Style}
DOCX_CONTENTS = "Rådslag Indhold"
DOCX_LABEL = "Rådslag etiket"

STAGES: Mapping[str, Stage] = {"Dagsorden": Stage.AGENDA, "Referat": Stage.MINUTES}
SUPPLEMENTS: Mapping[str, Stage] = {"Tillægsdagsorden": Stage.AGENDA, "Tillægsreferat": Stage.MINUTES}

VOTES: Mapping[str, Choice] = {
    "Stemte for:": Choice.FOR,
    "Stemte imod:": Choice.AGAINST,
    "Undlod at stemme:": Choice.ABSTAINED,
}

# label -> field, in the order of print
MEETING_FACTS: Mapping[str, str] = {
    "Tid": "starts_at",
    "Slut": "ends_at",
    "Sted": "place",
    "Formand": "chair",
    "Referent": "minute_taker",
    "Valgperiode": "term",
}
ITEM_FACTS: Mapping[str, str] = {
    "Sagsnummer": "case_number",
    "Punktets art": "kind",
    "Formål": "purpose",
    "Metode": "method",
    "Ansvarlig": "responsible",
    "Tid": "starts_at",
    "Slut": "ends_at",
    "Betingelse": "condition",
}
PAPER_FACTS: Mapping[str, str] = {
    "Til": "to",
    "Fra": "from",
    "Dato": "dated_on",
    "Sagsnummer": "case_number",
    "Sagsbehandler": "caseworker",
    "Telefon": "phone",
    "E-mail": "email",
    "Antal tegn": "characters",
}
FILE_FACTS: Mapping[str, str] = {"Filtype": "media_type", "· Sider": "pages", "· SHA-256": "sha256"}
FACTS: Mapping[type, Mapping[str, str]] = {
    MeetingRecord: MEETING_FACTS,
    Item: ITEM_FACTS,
    Paper: PAPER_FACTS,
    Attachment: FILE_FACTS,
}

# within a person's line
PRESENCES: Mapping[str, Presence] = {f"· {word}": presence for presence, word in danish.PRESENCES.items()}
PERSON_FACTS: Mapping[str, str] = {
    ",": "role",
    "· i stedet for": "substitute_for",
    "· fra kl.": "from",
    "· til kl.": "to",
    "· til punkt": "item",
    "· om": "topic",
    "· grund:": "reason",
}

# after the word "Beslutning"; OTHER says nothing and is not printed
OUTCOMES: Mapping[str, Outcome] = {f"· {word}": outcome for outcome, word in danish.OUTCOMES.items()}

NOTE = "Bemærkning"
ITEM = "Punkt"
TITLE = ":"
CLOSED_ITEM = "Lukket punkt"
CLOSED_GROUND = "Grund til lukning:"
DECISION = "Beslutning"
GROUPS = "· grupper:"
PERSONS = "· personer:"
NEXT = ","
DISSENT = "Afvigende mening"
FOLLOW_UP = "Opfølgning:"
WHO = "Ansvarlig:"
DUE = "Frist:"
UNTITLED_SECTION = "*"
ATTACHMENT = "Bilag"
CLOSED_ATTACHMENT = "· lukket"
REPRODUCED = "· gengivet nedenfor"
PAPER = "Indstilling"
NUMBER_ENDS = "."
END = "Her slutter bilaget"
UNTIL = "–"
