"""Who was there, as lists and as prose: "… deltager fra 10.30 til 11.45", "Afbud: …", "… tager referat."."""

import re
from dataclasses import replace

from raadslag.reading.dates import clock
from raadslag.record import Attendance, Presence

LONGEST_SENTENCE = 300
NAME = r"[A-ZÆØÅ][\wæøåÆØÅéüö.’'-]*(?:\s+(?:(?:af|von|van|de|el|al)\s+)?[A-ZÆØÅ][\wæøåÆØÅéüö.’'-]*)*"
NAMES = rf"{NAME}(?:(?:,\s*|\s+og\s+){NAME})*"
MINUTE_TAKER = re.compile(
    rf"^(?P<who>{NAME})\s+(?:tager|tog|fører|førte|skriver|skrev|er|var)\s+(?:referatet|referat|referent)\b\.?$"
    rf"|^Referent\s+er\s+(?P<named>{NAME})\.?$"
)
PRESENT = re.compile(
    rf"^(?P<who>{NAMES})\s+(?:del(?:tager|tog)|(?:er|var) til stede|medvirke(?:r|de)|kom|ankom"
    r"|forlod|forlader)\b(?P<how>.*)$"
)
FROM_TO = re.compile(r"\b(?:fra|mellem)\s+(?:kl\.?\s*)?\d", re.IGNORECASE)
UNTIL = re.compile(
    r"\b(?:indtil|til|forlod mødet|forlader mødet|frem til)\s+(?:kl\.?\s*)?(?=\d)", re.IGNORECASE
)
TOPIC = re.compile(
    r"\b(?:til|under|ved|i|for|om)\s+(?:punktet|behandlingen af|sagen|drøftelsen af)"
    r"\s*(?:om|vedr\.?|vedrørende)?\s*(?P<topic>[^.]+)",
    re.IGNORECASE,
)
ITEM = re.compile(r"\b(?:punkt|pkt\.|sag(?:\s+nr\.)?)\s*(?P<item>\d+)\b(?!\s*(?:og|,|-))", re.IGNORECASE)
ABSENT = re.compile(
    rf"^(?P<who>{NAMES})\s+(?:var|er)\s+(?P<how>fraværende|ikke til stede)\b"
    rf"|^(?P<excused>{NAMES})\s+(?:har|havde)\s+(?:meldt|sendt)\s+afbud\b"
    rf"|^(?:Der er |Der var )?[Aa]fbud\s+fra\s+(?P<sent>{NAMES})"
)
SUBSTITUTE = re.compile(
    rf"^(?P<who>{NAME})\s+(?:deltager|deltog|mødte|møder|er|var)?\s*(?:som\s+)?(?:stedfortræder|suppleant)\s+for\s+"
    rf"(?P<for>{NAME})"
    rf"|^(?P<who2>{NAME})\s*\(?(?:stedfortræder|suppleant)\s+for\s+(?P<for2>{NAME})\)?"
    rf"|^(?P<for3>{NAME})\s+[-–]\s+(?P<who3>{NAME})\s+(?:er\s+|som\s+)?(?:stedfortræder|suppleant)"
)
ROLE = re.compile(
    r"\b(?:næst)?formand|borgmester|rådmand|direktør|sekretær|referent|chef|konsulent|gæst|mødeleder",
    re.IGNORECASE,
)
PARTY = re.compile(r"\((?P<party>[A-ZÆØÅ]{1,3})\)")


def minute_taker(sentence: str) -> str | None:
    """Whom a sentence names as the one who takes the minutes."""
    found = MINUTE_TAKER.match(sentence.strip())
    return (found["who"] or found["named"]).strip() if found else None


def in_prose(sentence: str) -> tuple[Attendance, ...]:
    """The attendance that a sentence tells of; nothing where it is not certain."""
    sentence = sentence.strip().rstrip(".")
    if len(sentence) > LONGEST_SENTENCE:
        return ()
    if found := SUBSTITUTE.match(sentence):
        who = found["who"] or found["who2"] or found["who3"]
        missing = found["for"] or found["for2"] or found["for3"]
        return (Attendance(person=who, status=Presence.SUBSTITUTE, substitute_for=missing),)
    if found := ABSENT.match(sentence):
        status = Presence.ABSENT if found["how"] else Presence.APOLOGY
        who = found["who"] or found["excused"] or found["sent"]
        return tuple(Attendance(person=person, status=status) for person in _names(who))
    found = PRESENT.match(sentence)
    if not found or not _tells_when(found["how"]):
        return ()
    return tuple(_present(person, sentence, found["how"]) for person in _names(found["who"]))


def in_list(text: str, status: Presence) -> tuple[Attendance, ...]:
    """The people that a list under a label names, one to a line or parted by commas and semicolons."""
    if re.fullmatch(r"(?:ingen|intet|-|–)\.?", text.strip(), re.IGNORECASE):
        return ()
    parts = [part.strip(" .•-–") for part in re.split(r"[\n;]|,(?![^(]*\))|\s+og\s+(?=[A-ZÆØÅ])", text)]
    people: list[Attendance] = []
    for part in filter(None, parts):
        if people and ROLE.match(part) and not part[0].isupper():
            people[-1] = replace(people[-1], role=part)
        else:
            people += _listed(part, status)
    return tuple(people)


def _present(person: str, sentence: str, how: str) -> Attendance:
    start, end = clock(how)
    leaves = end is None and UNTIL.search(how) is not None and FROM_TO.search(how) is None
    item = ITEM.search(how)
    topic = TOPIC.search(how)
    return Attendance(
        person=person,
        from_=None if leaves or "forl" in sentence else start,
        to=start if leaves or "forl" in sentence else end,
        item=item["item"] if item else None,
        topic=topic["topic"].strip() if topic and not item else None,
    )


def _tells_when(how: str) -> bool:
    return clock(how)[0] is not None or TOPIC.search(how) is not None or ITEM.search(how) is not None


def _names(text: str) -> list[str]:
    return [name.strip() for name in re.split(r",|\s+og\s+", text) if name.strip()]


def _listed(text: str, status: Presence) -> list[Attendance]:
    """One entry of a list; "X - Y stedfortræder" tells of two."""
    bare = " ".join(PARTY.sub("", text).split())
    if substitute := next((each for each in in_prose(bare) if each.status is Presence.SUBSTITUTE), None):
        missing = [Attendance(person=substitute.substitute_for or "", status=status)]
        return [*(missing if bare.startswith(missing[0].person) else []), substitute]
    name, _, rest = text.partition(",")
    party = PARTY.search(name)
    name, _, aside = PARTY.sub("", name).strip().partition(" (")
    rest = rest.strip() or aside.rstrip(")").strip()
    return [Attendance(person=name.strip(), role=rest or (party["party"] if party else None), status=status)]
