"""The publication that an address means, with what its pages say about its neighbours."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from raadslag.archive.models import Publication, PublishedFile, PublishedItem
from raadslag.public.meetings import in_order


@dataclass(frozen=True)
class Shown:
    """`documents` are the meeting's current documents, `versions` those of this one, the first one first.

    `base` is the path that the page's own links stand under: pinned to the version where one was asked for.
    """

    publication: Publication
    documents: tuple[Publication, ...]
    versions: tuple[Publication, ...]
    base: str

    @property
    def newer(self) -> Publication | None:
        """The version that stands in this one's place, if any."""
        return self.versions[-1] if self.versions[-1] != self.publication else None

    @property
    def previous(self) -> Publication | None:
        """The version that this one replaced, if any."""
        at = self.versions.index(self.publication)
        return self.versions[at - 1] if at else None

    def item(self, slug: str) -> PublishedItem:
        """The item with that part of the address. Raises Http404."""
        return get_object_or_404(self.publication.items, slug=slug)

    def file(self, item_slug: str, slug: str) -> PublishedFile:
        """The attachment with that address, its item included. Raises Http404."""
        files = self.publication.files.select_related("item")
        return get_object_or_404(files, item__slug=item_slug, slug=slug)


def shown(body: str, occasion: str, document: str, version: int | None = None) -> Shown:
    """The document with that address, in the version asked for or the current one. Raises Http404."""
    everything = list(Publication.objects.of_meeting(body, occasion).order_by("document", "version"))
    versions = tuple(each for each in everything if each.document == document)
    wanted = [each for each in versions if version in (None, each.version)]
    if not wanted:
        raise Http404
    publication = wanted[-1]
    base = publication.address if version is None else f"{publication.address}version-{version}/"
    current = {each.document: each for each in everything}
    return Shown(publication, in_order(current.values()), versions, base)
