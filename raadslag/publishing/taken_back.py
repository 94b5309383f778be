"""What was published once and withdrawn: it does not come back by itself."""

from collections.abc import Iterator

from raadslag.archive.models import Publication, Withdrawal, WithdrawnVersion
from raadslag.publishing.finding import Finding, Kind, Place
from raadslag.publishing.meetings import Document
from raadslag.publishing.places import fingerprint, fingerprints, name_of
from raadslag.record import MeetingRecord


def withdrawn_before(public: MeetingRecord, document: Document) -> Iterator[Finding]:
    """What of it was withdrawn before, file by file; and that the document was, whatever it says now."""
    whole = fingerprint(public)
    same = WithdrawnVersion.objects.filter(publication__record_sha256=whole)
    if is_withdrawn_whole(document.newest()) or same.exists():
        yield Finding(Kind.WITHDRAWN, Place("dokumentet"), sha256=whole)
    yield from withdrawn_files(public)


def withdrawn_files(public: MeetingRecord) -> Iterator[Finding]:
    """Each attachment whose file was withdrawn, in any document."""
    for place, sha256 in fingerprints(public):
        if Withdrawal.objects.filter(sha256=sha256).exists():
            yield Finding(Kind.WITHDRAWN, Place(name_of(public, place)), sha256=sha256)


def is_withdrawn_whole(newest: Publication | None) -> bool:
    """Whether the document was taken back in all its versions, and nothing has come since."""
    return newest is not None and newest.withdrawn.filter(withdrawal__attachment="").exists()
