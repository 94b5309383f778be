"""The head of an agenda or minutes: whose meeting, what stage, when, where, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from raadslag.reading.account import Account
from raadslag.reading.attendance import in_list, in_prose, minute_taker
from raadslag.reading.dates import clock, is_only_a_clock, is_only_a_date, moment
from raadslag.reading.document import Line
from raadslag.reading.layout import Setting, words
from raadslag.reading.outcomes import sentences
from raadslag.reading.prose import running
from raadslag.record import Attendance, Presence, Stage

STAGES = (
    (re.compile(r"tillægsdagsorden", re.IGNORECASE), Stage.AGENDA),
    (re.compile(r"\b(?:beslutnings)?(?:referat|protokol)\b|beslutninger", re.IGNORECASE), Stage.MINUTES),
    (re.compile(r"dagsorden", re.IGNORECASE), Stage.AGENDA),
)
TITLE = re.compile(
    r"(?:(?:åben|åbent|lukket|foreløbig|endelig|samlet)\s+)?(?P<stage>tillægsdagsorden(?:\s*(?:nr\.?\s*)?(?P<n>\d+))?|"
    r"beslutningsreferat|beslutningsprotokol|referat|dagsorden|protokol|beslutninger)\b"
    r"(?:\s*[:–-]\s*|\s+(?:for|fra|til|af|over)\b\s*|\s+|$)(?:(?:ekstra)?(?:ordinært\s+)?mødet?\s+(?:i|den|d\.)\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
TITLE_LAST = re.compile(
    r"(?P<body>.{3,80}?)\s+[–-]\s+(?P<stage>referat|dagsorden|tillægsdagsorden|beslutningsreferat)\b(?P<rest>.*)",
    re.IGNORECASE,
)
DAY = re.compile(
    r"\s*,?\s*\b(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*)?\d{1,2}\s?[-./ ].*$",
    re.IGNORECASE,
)
TERM = re.compile(r"\s*\(?\b(?P<term>(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\b\)?")
OPENNESS = re.compile(r"(?:åben|åbent|offentlig|lukket|endelig|foreløbig)(?: del)?", re.IGNORECASE)
KIND_OF_MEETING = re.compile(r"\s*\((?P<kind>[^()]+)\)$")
AUTHORITY = re.compile(r"(?:(?:[A-ZÆØÅ][\w-]*\s+){1,3}Kommune|Region\s+[A-ZÆØÅ]\w+)")
PROSE_LABEL = re.compile(r"^(?:information(?:er)?|bemærkning(?:er)?|note|noter)\s*:\s*", re.IGNORECASE)

LABELS = {
    "body": r"udvalg|mødeudvalg|forum|råd|emne",
    "when": r"mødedato|mødetid(?:spunkt)?|dato(?: og tid)?|tidspunkt|tid|starttidspunkt|start|mødestart",
    "until": r"sluttidspunkt|slut|mødet hævet(?: kl\.)?|mødet sluttede|afslutning",
    "place": r"mødested|sted|(?:møde)?lokale(?=\s*:)",
    "chair": r"mødeleder|formand|ordstyrer|mødeledelse",
    "minute_taker": r"referent|sekretær",
    "present": r"(?:møde)?deltagere?|medlemmer(?: af udvalget)?|til stede|tilstede|mødte",
    "apology": r"afbud|meldt afbud|forfald|deltagere med afbud",
    "absent": r"fraværende|ikke til stede|udeblevet",
    "substitute": r"stedfortrædere?|suppleanter?",
    "guest": r"gæster|øvrige deltagere|administrationen|fra forvaltningen|fra administrationen",
    "stage": r"møde|type",
}
LABEL = {
    name: re.compile(rf"(?:{pattern})(?:\s*:\s*|$|(?<=[a-zæøå])\s+(?=[A-ZÆØÅ0-9]))", re.IGNORECASE)
    for name, pattern in LABELS.items()
}
# these labels are also common words, so they need their colon or a line of their own
NEED_COLON = {"body", "stage", "until", "guest", "substitute"}
PEOPLE = {
    "present": Presence.PRESENT,
    "apology": Presence.APOLOGY,
    "absent": Presence.ABSENT,
    "substitute": Presence.SUBSTITUTE,
    "guest": Presence.PRESENT,
}
LONGEST_VALUE = 90


@dataclass(slots=True)
class Head:
    """What the head says; `notes` holds its prose as it stands."""

    stage: Stage | None = None
    supplement: int | None = None
    authority: str | None = None
    body: str | None = None
    term: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str | None = None
    chair: str | None = None
    minute_taker: str | None = None
    notes: list[str] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)


@dataclass(slots=True)
class HeadReader:
    """Reads a head line by line; a label may stand before its value or on the line above it."""

    account: Account
    path: str
    setting: Setting
    head: Head = field(default_factory=Head)
    label: str | None = None
    day: str = ""

    def read(self, lines: Sequence[Line]) -> Head:
        """The head in the lines. What no rule places becomes a doubt."""
        full = [line for line in lines if line.text.strip()]
        at = 0
        while at < len(full):
            taken = self._title(full, at) or self._bracketed(full, at)
            if not taken:
                self._line(full[at])
            at += max(taken, 1)
        return self.head

    def _title(self, lines: Sequence[Line], at: int) -> int:
        """How many lines from `at` are the document's title ("REFERAT Lindevad Byråd d. 27-08-2025")."""
        if self.head.stage is not None or self.label or not _title_in(words(lines[at])):
            return 0
        taken = 1
        while taken < 3 and at + taken < len(lines) and not moment(running(lines[at : at + taken])).on:
            below = lines[at + taken]
            alike = self.setting.is_heading(below) and abs(below.size - lines[at].size) < 0.5
            if not alike or self._label_of(words(below)):
                break
            taken += 1
        self._take_title(running(lines[at : at + taken]), lines[at : at + taken])
        return taken

    def _bracketed(self, lines: Sequence[Line], at: int) -> int:
        """How many lines from `at` are a body's name that was broken inside its bracket."""
        text = words(lines[at])
        broken = text.rfind("(") > text.rfind(")") and at + 1 < len(lines) and ")" in lines[at + 1].text
        if self.head.body is not None or self.label or not broken:
            return 0
        self._set_body(running(lines[at : at + 2]), lines[at : at + 2])
        return 2

    def _take_title(self, text: str, lines: Sequence[Line]) -> None:
        found = _title_in(text)
        assert found is not None
        self._set_stage(found["stage"], lines)
        body = found.groupdict().get("body") or _body_of(found["rest"])
        if body:
            self._set_body(body, lines)
        if moment(found["rest"]).on:
            self._when(found["rest"], lines)

    def _line(self, line: Line) -> None:
        text = words(line)
        told = PROSE_LABEL.sub("", text)
        if self._label_of(told):
            text = told
        if named := self._label_of(text, waiting=self.label is not None and self.label not in PEOPLE):
            self.label, value = named
            self.account.value(line, f"{self.path}{_field(self.label)}")
            if value:
                self._value(value, line)
        elif self.label and not self._tells_more(text):
            self._value(text, line)
        else:
            self._unlabelled(text, line)

    def _label_of(self, text: str, *, waiting: bool = False) -> tuple[str, str] | None:
        """The label a line starts with and what follows it; while a value is awaited it needs a colon."""
        for name, pattern in LABEL.items():
            if (found := pattern.match(text)) and not in_prose(text) and not minute_taker(text):
                alone = found.end() == len(text) or ":" in found.group()
                if alone or not (waiting or name in NEED_COLON):
                    return name, text[found.end() :].strip()
        return None

    def _tells_more(self, text: str) -> bool:
        """Is a line under a label of people a sentence of its own, with times or the minute taker in it?"""
        told = in_prose(text)
        return minute_taker(text) is not None or any(each.from_ or each.to or each.topic for each in told)

    def _value(self, text: str, line: Line) -> None:
        label = self.label
        assert label is not None
        if label in PEOPLE:
            self.account.value(line, f"{self.path}attendance")
            self.head.attendance += in_list(text, PEOPLE[label])
            return
        self.label = None
        if label in ("when", "until"):
            self._when(text, (line,), ends=label == "until")
        elif label == "stage" and stage_in(text):
            self._set_stage(text, (line,))
        elif label in ("stage", "body"):
            self._set_body(text, (line,))
        elif getattr(self.head, label) is None:
            setattr(self.head, label, text)
            self.account.value(line, f"{self.path}{label}")

    def _unlabelled(self, text: str, line: Line) -> None:
        if is_only_a_date(text) or is_only_a_clock(text):
            self._when(text, (line,))
        elif AUTHORITY.fullmatch(text) and self.head.authority is None:
            self.head.authority = text
            self.account.value(line, f"{self.path}authority")
        elif self._prose(text, line):
            return
        elif len(text) > LONGEST_VALUE or text.endswith("."):
            self._note(text, line)
        elif self.head.body is None:
            self._set_body(text, (line,))
        elif self.head.place is None and self.head.starts_at is not None:
            self.head.place = text
            self.account.value(line, f"{self.path}place")

    def _prose(self, text: str, line: Line) -> bool:
        """Sentences of who is there and who takes the minutes, and what stands as information."""
        told = PROSE_LABEL.sub("", text)
        taker = minute_taker(told)
        present = [each for sentence in sentences(told) for each in in_prose(sentence)]
        if taker and self.head.minute_taker is None:
            self.head.minute_taker = taker
            self.account.value(line, f"{self.path}minute_taker")
        elif present:
            self.head.attendance += present
            self._note(told, line, f"{self.path}attendance")
        elif told != text:
            self._note(told, line)
        return bool(taker or present or told != text)

    def _note(self, text: str, line: Line, path: str | None = None) -> None:
        self.account.value(line, path or f"{self.path}notes[{len(self.head.notes)}]")
        if text:
            self.head.notes.append(text)

    def _set_stage(self, text: str, lines: Sequence[Line]) -> None:
        self.head.stage = stage_in(text)
        self.account.value(lines, f"{self.path}stage")
        if found := re.search(r"tillægsdagsorden\s*(?:nr\.?\s*)?(\d*)", text, re.IGNORECASE):
            self.head.supplement = int(found[1] or 1)

    def _set_body(self, text: str, lines: Sequence[Line]) -> None:
        self.head.body, self.head.term = body_and_term(text)
        self.account.value(lines, f"{self.path}body")

    def _when(self, text: str, lines: Sequence[Line], *, ends: bool = False) -> None:
        """Day and clock may come together or one by one."""
        self.account.value(lines, f"{self.path}{'ends_at' if ends else 'starts_at'}")
        if ends:
            self.head.ends_at = moment(text).starts_at or _at(self.head.starts_at, clock(text)[0])
            return
        self.day = text if moment(text).on else f"{self.day} {text}"
        found = moment(self.day)
        self.head.starts_at = found.starts_at or self.head.starts_at
        self.head.ends_at = found.ends_at or self.head.ends_at


def stage_in(text: str) -> Stage | None:
    """The stage that a title names."""
    return next((stage for pattern, stage in STAGES if pattern.search(text)), None)


def body_and_term(text: str) -> tuple[str, str | None]:
    """A body's name and its term: "Skoleudvalget 2022-2025" is ("Skoleudvalget", "2022-2025").

    In "Rådsmøder 2022-2025 (Rådsmøde)" the bracket names the body as its meetings are called.
    """
    term = TERM.search(text)
    plain = TERM.sub("", text) if term else text
    kind = KIND_OF_MEETING.search(plain)
    name = KIND_OF_MEETING.sub("", plain).strip()
    if kind and term and name.lower()[:6] in kind["kind"].lower():
        name = kind["kind"]
    return name or text, term["term"].replace(" ", "") if term else None


def _title_in(text: str) -> re.Match[str] | None:
    found = TITLE_LAST.fullmatch(text) or TITLE.fullmatch(text)
    return found if found and len(text) < 160 else None


def _body_of(rest: str) -> str:
    bare = re.sub(r"\s+(?:d\.|den)$", "", DAY.sub("", rest).strip(" ,–-:()"))
    if OPENNESS.fullmatch(bare):
        return ""
    return re.sub(r"^(?:i|for|fra|til)\s+", "", bare)


def _field(label: str) -> str:
    names = {"when": "starts_at", "until": "ends_at"} | dict.fromkeys(PEOPLE, "attendance")
    return names.get(label, label)


def _at(day: datetime | None, hour: time | None) -> datetime | None:
    return datetime.combine(day.date(), hour) if day and hour else None
