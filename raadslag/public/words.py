"""The record's words and dates in the language of the page: Danish as the record has them, or English."""

from datetime import date, datetime, time
from types import ModuleType

from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from raadslag.archive.models import Publication, PublishedFile
from raadslag.public import english
from raadslag.record import (
    Attendance,
    Choice,
    Item,
    Kind,
    MeetingRecord,
    Outcome,
    Part,
    Presence,
    Stage,
    danish,
)
from raadslag.search import Level

FORMATS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "text/plain": gettext_noop("Tekst"),
    "image/png": "PNG",
    "image/jpeg": "JPEG",
}

BADGES = {
    Outcome.APPROVED: "badge-success",
    Outcome.RECOMMENDED: "badge-success",
    Outcome.REJECTED: "badge-error",
    Outcome.NOTED: "badge-quiet",
    Outcome.DISCUSSED: "badge-quiet",
    Outcome.NOT_DISCUSSED: "badge-quiet",
}
LEVELS = {
    Level.MEETING: gettext_noop("møde"),
    Level.ITEM: gettext_noop("punkt"),
    Level.ATTACHMENT: gettext_noop("bilag"),
}


def spoken() -> ModuleType:
    """The words and dates of the page's language."""
    return danish if get_language() == "da" else english


def local(path: str) -> str:
    """The path of the same page in the page's language."""
    return path if get_language() == "da" else f"/en{path}"


def day(on: date) -> str:
    """ "27. august 2025" """
    return str(spoken().day(on))


def weekday(on: date) -> str:
    """ "onsdag den 27. august 2025" """
    return str(spoken().weekday(on))


def short_month(on: date) -> str:
    """ "aug" """
    return str(spoken().MONTHS[on.month - 1][:3])


def clock(at: time) -> str:
    """ "16.00" """
    return str(spoken().clock(at))


def moment(at: datetime) -> str:
    """ "onsdag den 27. august 2025 kl. 16.00" """
    return str(spoken().moment(at))


def meeting_time(record: MeetingRecord) -> str:
    """When the meeting is held, from its first minute to its last; "" where nobody has said."""
    return str(spoken().period(record.starts_at, record.ends_at)) if record.starts_at else ""


def document_name(publication: Publication) -> str:
    """ "Referat", "Dagsorden" or "Tillægsdagsorden 1" """
    if publication.supplement is None:
        return capfirst(stage(publication.stage))
    name = _("tillægsreferat") if publication.stage == Stage.MINUTES else _("tillægsdagsorden")
    return capfirst(f"{name} {publication.supplement}")


def presence(person: Attendance) -> str:
    """What there is to say of a person's part, with a comma before; "" for one who was simply there."""
    said = [
        "" if person.status == Presence.PRESENT else str(spoken().PRESENCES[person.status]),
        _("for %(person)s") % {"person": person.substitute_for} if person.substitute_for else "",
        times(person),
        person.topic or "",
        person.reason or "",
    ]
    return "".join(f", {each}" for each in said if each)


def times(person: Attendance) -> str:
    """ "10.30–11.45", "fra 10.30" or "til 11.45" """
    if person.from_ and person.to:
        return f"{clock(person.from_)}–{clock(person.to)}"
    if person.from_:
        return _("fra %(time)s") % {"time": clock(person.from_)}
    return _("til %(time)s") % {"time": clock(person.to)} if person.to else ""


def item_facts(item: Item) -> str:
    """ "Beslutning · Sag EMN-2025-004711 · 3 bilag", or that the item is closed and why."""
    if item.part == Part.CLOSED:
        number = _("Punkt %(number)s") % {"number": item.number} if item.number else ""
        ground = f": {item.closed_ground}" if item.closed_ground else ""
        return " · ".join(filter(None, [number, _("Lukket punkt") + ground]))
    facts = [
        kind(item.kind) if item.kind else "",
        _("Sag %(number)s") % {"number": item.case_number} if item.case_number else "",
        ngettext("%(n)s bilag", "%(n)s bilag", len(item.attachments)) % {"n": len(item.attachments)},
    ]
    return " · ".join(filter(None, facts if item.attachments else facts[:2]))


def size(amount: int) -> str:
    """A number of bytes for people: "1,2 MB"."""
    return filesizeformat(amount)


def file_facts(file: PublishedFile) -> str:
    """ "PDF, 12 sider, 340 KB" """
    if file.sha256 is None:
        return _("kun omtalt, filen er ikke offentliggjort")
    facts = [_(FORMATS.get(file.media_type or "", gettext_noop("Fil")))]
    if file.pages:
        facts.append(ngettext("%(n)s side", "%(n)s sider", file.pages) % {"n": file.pages})
    return ", ".join([*facts, size(file.size or 0)])


def outcome(value: str) -> str:
    """ "Godkendt" """
    return capfirst(str(spoken().OUTCOMES[Outcome(value)]))


def badge(value: str) -> str:
    """The colour of an outcome: settled, refused, merely heard, or waiting."""
    return BADGES.get(Outcome(value), "badge-warning")


def kind(value: str) -> str:
    """ "Til beslutning", or "Fast punkt" """
    if value == Kind.STANDING:
        return capfirst(str(spoken().KINDS[Kind.STANDING]))
    return _("Til %(kind)s") % {"kind": spoken().KINDS[Kind(value)]}


def choice(value: str) -> str:
    return capfirst(str(spoken().CHOICES[Choice(value)]))


def stage(value: str) -> str:
    """ "referat" or "dagsorden" """
    return str(spoken().STAGES[Stage(value)])


def level(value: str) -> str:
    return capfirst(_(LEVELS[Level(value)]))
