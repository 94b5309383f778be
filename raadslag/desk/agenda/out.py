"""What is out of a meeting: its documents with their attachments, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from raadslag.archive.addresses import slug
from raadslag.archive.models import Publication, PublishedFile, Withdrawal
from raadslag.models import Attachment, AttachmentFile, Item, Meeting
from raadslag.publishing.agenda.address import occasion_of
from raadslag.rules.secrecy import MeetingState


@dataclass(frozen=True)
class OutFile:
    """An attachment as it is out. `attachment` is the desk's with that very file, None where it has none;
    `is_behind` tells that the desk's has got another file since."""

    file: PublishedFile
    attachment: Attachment | None
    is_behind: bool


@dataclass(frozen=True)
class OutDocument:
    """A document in its newest version, with its attachments item by item. `older` are attachments that only
    earlier versions have, and that can still be had there."""

    publication: Publication
    files: tuple[OutFile, ...]
    older: tuple[OutFile, ...]
    is_withdrawn: bool

    @cached_property
    def is_behind(self) -> bool:
        """Whether the desk has another file of one of its attachments."""
        return any(each.is_behind for each in self.files)


def out_of(meeting: Meeting) -> list[OutDocument]:
    """The meeting's documents, each once, the agenda first."""
    newest = Publication.objects.newest().filter(of(meeting)).order_by("document")
    return [document(meeting, publication) for publication in newest]


def document(meeting: Meeting, publication: Publication) -> OutDocument:
    """The document with its files, and those of its earlier versions that nobody has taken back."""
    files = tuple(out_files(meeting, publication.files.select_related("item")))
    there = {each.file.sha256 for each in files}
    earlier = Publication.objects.versions(
        publication.body.slug, publication.occasion, publication.document
    ).exclude(pk=publication.pk)
    before = PublishedFile.objects.filter(publication__in=earlier.filter(withdrawn=None)).exclude(
        Q(sha256__in=there - {None}) | Q(sha256=None)
    )
    latest = {each.sha256: each for each in before.select_related("item", "publication__body").order_by("id")}
    return OutDocument(
        publication=publication,
        files=files,
        older=tuple(out_files(meeting, latest.values())),
        is_withdrawn=publication.is_withdrawn,
    )


def out_files(meeting: Meeting, files: Iterable[PublishedFile]) -> Iterator[OutFile]:
    """Each with the desk's attachment whose file it is or was."""
    here = AttachmentFile.objects.filter(attachment__in=Attachment.objects.under(meeting)).exclude(
        pdf_sha256=""
    )
    rows = here.select_related("attachment__paper", "attachment__item", "attachment__meeting")
    known = {row.pdf_sha256: row for row in rows.defer("text", "findings").order_by("id")}
    for file in files:
        row = known.get(file.sha256 or "")
        yield OutFile(file, row.attachment if row else None, bool(row and not row.is_newest))


def withdrawals_of(meeting: Meeting) -> list[Withdrawal]:
    """What was taken back of the meeting, the latest first."""
    return list(Withdrawal.objects.filter(of(meeting)).select_related("body").order_by("-place_in_chain"))


def out_now(meeting: Meeting, file: AttachmentFile) -> bool:
    """Whether the attachment's file can be had by everybody, in any version of a document of the meeting."""
    publications = Publication.objects.filter(of(meeting), withdrawn=None)
    return PublishedFile.objects.filter(publication__in=publications, sha256=file.pdf_sha256).exists()


def of(meeting: Meeting) -> Q:
    """The archive's rows of that meeting."""
    return Q(body__slug=slug(meeting.body.name), occasion=occasion_of(meeting))


def meetings_with(attachment: Attachment) -> list[Meeting]:
    """The meetings that the attachment is for, the latest first."""
    if attachment.meeting:
        return [attachment.meeting]
    items = Item.objects.filter(paper=attachment.paper) if attachment.paper else [attachment.item]
    meetings = Meeting.objects.filter(items__in=items).exclude(state=MeetingState.CANCELLED)
    return list(meetings.select_related("body").distinct().order_by("-starts_at"))
