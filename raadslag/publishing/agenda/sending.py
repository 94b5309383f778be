"""A version of an agenda is asked for, made, and becomes what members and the public have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models import AgendaPack, AgendaVersion, Event, FindingWaiver, Meeting, Person, Sending
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.door import documents
from raadslag.publishing.agenda.examining import examined, is_out
from raadslag.publishing.agenda.halfway import (
    NOTHING_OUT,
    freeze_numbers,
    reason_of,
    thaw_numbers,
    what_is_out,
)
from raadslag.publishing.agenda.house import house_of, waivers_of
from raadslag.publishing.agenda.overtaken import MAY_BE_SENT, in_the_way
from raadslag.publishing.agenda.packs import Pack, keep_packs, page_plan
from raadslag.publishing.agenda.reading import files_in
from raadslag.publishing.agenda.version_note import names_closed
from raadslag.publishing.agenda.versions import (
    composed_of,
    fingerprint,
    last_sent,
    new_supplement,
    says_the_same,
)
from raadslag.publishing.freezing import Published
from raadslag.publishing.meetings import Document, IncompleteRecord
from raadslag.publishing.publish import OfAgenda, publish
from raadslag.publishing.stopped import PublicationStopped
from raadslag.record import to_json
from raadslag.rules.secrecy import MeetingState
from raadslag.writing.packs import PackError

UNDER_WAY = (Sending.WAITING, Sending.UNDER_WAY)


class CannotDeliver(Exception):
    """Nothing was sent. `sentences` say why in Danish, and name nothing closed."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Delivered:
    """What was made of a version: its packs, and what was published, with its name at the door."""

    packs: tuple[Pack, ...]
    published: tuple[tuple[str, Published], ...]


def ask(
    meeting: Meeting, composed: Composed, *, seen: str, note: str, publishes: bool, by: Person, at: datetime
) -> AgendaVersion:
    """Asks for the agenda to be sent as it is composed. `seen` is the fingerprint of what the person looked
    at. One that was stopped is asked for again under its letter. Raises Refused and Overtaken."""
    with transaction.atomic():
        hold(meeting)
        refuse(meeting, composed, seen, publishes, at)
        if names_closed(note, composed):
            raise Refused(_("»Hvad er nyt?« nævner noget lukket ved dets navn. Skriv det på en anden måde."))
        last = last_sent(meeting)
        number = last.number + 1 if last else 1
        version = meeting.versions.filter(number=number).first()
        version = version or AgendaVersion(meeting=meeting, number=number)
        version.state, version.asked_by, version.asked_at = Sending.WAITING, by, at
        version.note, version.is_published, version.stopped_by = note.strip(), publishes, []
        version.record = to_json(composed.record)
        version.places = [asdict(each) | {"attachments": list(each.attachments)} for each in composed.places]
        version.supplement = new_supplement(composed, last)
        version.save()
        Event.objects.record("agenda_asked_for", by=by, at=at, about=meeting, version=version.letter)
    return version


def refuse(meeting: Meeting, composed: Composed, seen: str, publishes: bool, at: datetime) -> None:
    """Raises Refused and Overtaken where the agenda cannot be sent now."""
    if meeting.state not in MAY_BE_SENT or meeting.starts_at <= at:
        raise Refused(_("Mødet er begyndt eller aflyst, og dagsordenen kan ikke sendes mere."))
    if meeting.versions.filter(state__in=UNDER_WAY).exists():
        raise Overtaken(_("Dagsordenen er allerede ved at blive sendt."))
    if not composed.record.items:
        raise Refused(_("Der er ingen punkter på dagsordenen endnu."))
    if fingerprint(composed) != seen:
        raise Overtaken(_("Dagsordenen er ændret, mens du så på den. Se den igennem, og send den så."))
    last = last_sent(meeting)
    if last and says_the_same(composed, last) and (last.is_published or not publishes):
        raise Refused(_("Der er ikke noget nyt at sende siden udgave %(letter)s.") % {"letter": last.letter})


def deliver(version: AgendaVersion, at: datetime) -> Delivered:
    """Keeps the version's packs and publishes what is open in it. Nothing is published before all of it may
    be, and nothing that was closed or taken out since it was asked for; done again after it was broken off,
    it does no more than is missing. Raises CannotDeliver, and OSError (a full disk)."""
    composed = composed_of(version)
    refuse_overtaken(version, composed)
    if lost := tuple(lost_files(composed)):
        raise CannotDeliver(lost)
    try:
        packs = keep_packs(composed)
        refuse_overtaken(version, composed)  # the packs take their time
        published = published_for_good(version, composed, at) if version.is_published else ()
    except PackError as error:
        raise CannotDeliver(error.sentences) from error
    except PublicationStopped as stopped:
        raise CannotDeliver(tuple(each.sentence for each in stopped.findings)) from stopped
    except IncompleteRecord as error:
        raise CannotDeliver((str(error),)) from error
    return Delivered(packs, published)


def refuse_overtaken(version: AgendaVersion, composed: Composed) -> None:
    """Raises CannotDeliver where something has come in the way since it was asked for."""
    if said := tuple(in_the_way(version, composed)):
        raise CannotDeliver((*said, "Se dagsordenen igennem, og send den så igen."))


def lost_files(composed: Composed) -> Iterator[str]:
    """A sentence for each file that is not among the desk's any more."""
    for (at, _beside), path in composed.files.items():
        if not path.exists():
            number = composed.record.items[at].number
            yield f"En fil til punkt {number} findes ikke længere på serveren. Læg bilaget op igen."


def published_for_good(
    version: AgendaVersion, composed: Composed, at: datetime
) -> tuple[tuple[str, Published], ...]:
    """Its documents, published. What citizens link to by its number must keep it, so numbers are frozen
    first, and taken back only where nothing came out. Raises what `published_documents` does."""
    fresh = freeze_numbers(version)
    try:
        return tuple(published_documents(version, composed, at))
    except Exception:
        if what_is_out(version) == NOTHING_OUT:
            thaw_numbers(fresh)
        raise


def published_documents(
    version: AgendaVersion, composed: Composed, at: datetime
) -> Iterator[tuple[str, Published]]:
    """Each document through the door, once it is known that all of them may pass. Raises PublicationStopped
    and IncompleteRecord."""
    listed = [each for each in documents(composed.door_record, composed.places) if each.record.items]
    if len([each for each in listed if not is_out(composed, each)]) > 1:
        stopping = [finding for each in examined(composed, version.asked_by) for finding in each.stopping]
        if stopping:
            raise PublicationStopped(tuple(stopping))
    house, pages = house_of(composed.door_record), page_plan(composed)
    version.occasion = composed.occasion  # kept first: what is out is found again, whatever happens now
    version.save(update_fields=["occasion"])
    for document in listed:
        name = Document.of(document.record).name
        yield (
            name,
            publish(
                document.record,
                files_in(document.record, document.items, composed.files),
                by=version.asked_by.name,
                at=at,
                why=reason_of(version),
                house=house,
                waivers=waivers_of(name, version.asked_by),
                agenda=OfAgenda(composed.door_record, pages.of(document.items), composed.occasion),
            ),
        )


def settle(version: AgendaVersion, delivered: Delivered, at: datetime) -> None:
    """The desk follows: numbers are frozen, the meeting's agenda is sent, and the version is what members
    have. Belongs in a transaction."""
    meeting = version.meeting
    hold(meeting)
    freeze_numbers(version)
    if meeting.state == MeetingState.PLANNED:
        meeting.state = MeetingState.SENT
        meeting.save(update_fields=["state"])
    AgendaPack.objects.bulk_create(
        AgendaPack(
            version=version, audience=each.audience, sha256=each.sha256, size=each.size, pages=each.pages
        )
        for each in delivered.packs
    )
    for name, published in delivered.published:
        waived = FindingWaiver.objects.filter(document=name, publisher=version.asked_by, publication="")
        waived.update(publication=published.publication.hash)
    version.state, version.sent_at = Sending.SENT, at
    version.save(update_fields=["state", "sent_at"])
    Event.objects.record(
        "agenda_sent",
        by=version.asked_by,
        at=at,
        about=meeting,
        version=version.letter,
        published=version.is_published,
    )


def call_back(version: AgendaVersion, *, by: Person, at: datetime) -> None:
    """One that waits for its turn is not sent after all. Raises Overtaken where it is too late."""
    with transaction.atomic():
        version.refresh_from_db(fields=["state"], from_queryset=AgendaVersion.objects.select_for_update())
        if version.state != Sending.WAITING:
            raise Overtaken(_("Udgaven er allerede ved at blive sendt, så den kan ikke stoppes mere."))
        stop(version, (f"{by.name} stoppede udsendelsen.",), at)


def stop(version: AgendaVersion, sentences: tuple[str, ...], at: datetime) -> None:
    """It was not sent. What of it is out is said."""
    with transaction.atomic():
        version.state, version.stopped_by = Sending.STOPPED, [*sentences, what_is_out(version)]
        version.save(update_fields=["state", "stopped_by"])
        Event.objects.record(
            "agenda_stopped", by=version.asked_by, at=at, about=version.meeting, version=version.letter
        )
