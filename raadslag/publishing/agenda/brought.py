"""What a standing item brings with it by itself: minutes to approve, another body's coming agenda."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf

from raadslag.archive.addresses import slug
from raadslag.archive.models import DownloadKind, Publication
from raadslag.models import Body, Meeting, Prints, StandingItem
from raadslag.models.desk_files import desk_files
from raadslag.record import Attachment, Part, Stage
from raadslag.record.danish import day
from raadslag.rules.secrecy import MeetingState

PDF = "application/pdf"


@dataclass(frozen=True)
class Brought:
    """What is brought, or the Danish sentence that says why it is not there yet."""

    attachment: Attachment | None = None
    missing: str = ""


def brought(standing: StandingItem, meeting: Meeting, part: Part) -> Brought | None:
    """What the standing item brings to that meeting; None for one that brings nothing. It hangs on an item
    of that part."""
    if standing.prints == Prints.MINUTES:
        return last_minutes(meeting, part)
    if standing.prints == Prints.AGENDA and standing.agenda_of is not None:
        return next_agenda(standing.agenda_of, meeting, part)
    return None


def last_minutes(meeting: Meeting, part: Part) -> Brought:
    """The published minutes of the body's last meeting before this one."""
    before = meeting.body.meetings.filter(starts_at__lt=meeting.starts_at)
    last = before.exclude(state=MeetingState.CANCELLED).order_by("-starts_at").first()
    published = of_body(meeting.body, Stage.MINUTES).filter(held_on__lt=meeting.held_on)
    newest = published.order_by("-held_on", "-starts_at").first()
    if last is None and newest is None:
        return Brought(missing="Der er intet tidligere møde at hente et referat fra.")
    if newest is None or (last is not None and newest.held_on != last.held_on):
        on = f"den {day(last.held_on)} " if last else ""
        return Brought(missing=f"Referatet af mødet {on}er ikke udgivet endnu og kommer ikke med.")
    return carried(newest, f"Referat af mødet den {day(newest.held_on)}", part)


def next_agenda(body: Body, meeting: Meeting, part: Part) -> Brought:
    """The published agenda of the body's next meeting, counted from this one."""
    coming = body.meetings.filter(starts_at__gt=meeting.starts_at)
    following = coming.exclude(state=MeetingState.CANCELLED).order_by("starts_at").first()
    if following is None:
        return Brought(missing=f"{body.name} har intet kommende møde, der kan hentes en dagsorden fra.")
    found = of_body(body, Stage.AGENDA).filter(held_on=following.held_on, supplement=None).first()
    if found is None:
        when = day(following.held_on)
        return Brought(
            missing=f"Dagsordenen for {body.name} den {when} er ikke udgivet endnu og kommer ikke med."
        )
    return carried(found, f"Dagsorden for {body.name} den {day(found.held_on)}", part)


def of_body(body: Body, stage: Stage):  # type: ignore[no-untyped-def]
    """What the archive has of that body now."""
    return Publication.objects.current().filter(body__slug=slug(body.name), stage=stage)


def carried(publication: Publication, title: str, part: Part) -> Brought:
    """The publication's own PDF as an attachment, with what it says."""
    download = publication.downloads.filter(kind=DownloadKind.PDF).first()
    if download is None or not download.path.exists():
        return Brought(missing=f"{title} mangler sin PDF-fil og kommer ikke med.")
    data = download.path.read_bytes()
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    return Brought(
        Attachment(
            title=title,
            part=part,
            media_type=PDF,
            pages=pages,
            sha256=desk_files().keep(data),
            record=publication.record,
        )
    )
