"""The publication that an address means, with what its pages say about its neighbours."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from raadslag.archive.models import Publication, PublishedFile, PublishedItem
from raadslag.archive.models.withdrawal import WITHDRAWN_ATTACHMENT
from raadslag.public.meetings import in_order
from raadslag.public.tombstone import Gone, require_shown, withdrawal_of


@dataclass(frozen=True)
class Shown:
    """`documents` are the meeting's current documents, `versions` those of this one, the first one first.

    Of its versions some may be withdrawn. `base` is the path that the page's own links stand under: pinned
    to the version where one was asked for.
    """

    publication: Publication
    documents: tuple[Publication, ...]
    versions: tuple[Publication, ...]
    base: str

    @property
    def newer(self) -> Publication | None:
        """The version that stands in this one's place, if any that can be read."""
        later = [each for each in self.versions if each.version > self.publication.version]
        return later[-1] if later and not later[-1].is_withdrawn else None

    @property
    def previous(self) -> Publication | None:
        """The version that this one replaced, if any that can be read."""
        at = self.versions.index(self.publication)
        return self.versions[at - 1] if at and not self.versions[at - 1].is_withdrawn else None

    def item(self, slug: str) -> PublishedItem:
        """The item with that part of the address. Raises Http404."""
        return get_object_or_404(self.publication.items, slug=slug)

    def file(self, item_slug: str, slug: str) -> PublishedFile:
        """The attachment with that address, its item included. Raises Http404, and Gone if withdrawn."""
        files = self.publication.files.select_related("item")
        file: PublishedFile = get_object_or_404(files, item__slug=item_slug, slug=slug)
        if file.title == WITHDRAWN_ATTACHMENT:
            withdrawal = withdrawal_of(self.publication, f"{item_slug}/{slug}")
            if withdrawal is not None:
                raise Gone(self.publication, withdrawal)
        return file


def shown(body: str, occasion: str, document: str, version: int | None = None) -> Shown:
    """The document with that address, in the version asked for or the current one.

    Raises Http404, and Gone where that is withdrawn.
    """
    of_meeting = Publication.objects.of_meeting(body, occasion).prefetch_related("withdrawn")
    everything = list(of_meeting.order_by("document", "version"))
    versions = tuple(each for each in everything if each.document == document)
    wanted = [each for each in versions if version in (None, each.version)]
    if not wanted:
        raise Http404
    publication = wanted[-1]
    require_shown(publication)
    base = publication.address if version is None else f"{publication.address}version-{version}/"
    current = {each.document: each for each in everything if not each.withdrawn.all()}
    return Shown(publication, in_order(current.values()), versions, base)
