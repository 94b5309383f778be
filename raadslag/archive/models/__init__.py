"""The archive's tables, one noun to a file."""

from raadslag.archive.models.body import Body
from raadslag.archive.models.chain import ChainEnd
from raadslag.archive.models.download import DownloadKind, PublicationDownload
from raadslag.archive.models.file import PublishedFile
from raadslag.archive.models.item import PublishedItem
from raadslag.archive.models.plan import PlannedMeeting, PublishedPlan
from raadslag.archive.models.publication import Publication
from raadslag.archive.models.withdrawal import Withdrawal, WithdrawnVersion

__all__ = [
    "Body",
    "ChainEnd",
    "DownloadKind",
    "PlannedMeeting",
    "Publication",
    "PublicationDownload",
    "PublishedFile",
    "PublishedItem",
    "PublishedPlan",
    "Withdrawal",
    "WithdrawnVersion",
]
