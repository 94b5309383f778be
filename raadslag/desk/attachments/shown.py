"""Attachments as a list shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadslag.conversion import Kind
from raadslag.desk.access import today
from raadslag.models import Attachment, AttachmentFile, FileState, Person
from raadslag.models.attachment_rights import Owner, why_not
from raadslag.public.words import size
from raadslag.record import Part

KINDS = {kind.media_type: kind.danish for kind in Kind}
STATES = {  # how a badge looks
    FileState.WAITING: "badge-quiet",
    FileState.CONVERTING: "badge-info",
    FileState.READY: "badge-success",
    FileState.FAILED: "badge-error",
}


@dataclass(frozen=True)
class Shown:
    """One attachment with its newest file, and its place among the others, from 0."""

    attachment: Attachment
    file: AttachmentFile | None
    place: int
    is_last: bool

    @property
    def is_closed(self) -> bool:
        return self.attachment.effective_part == Part.CLOSED

    @property
    def ground(self) -> str:
        """Its own ground, or that of what it hangs on."""
        owner = self.attachment.owner
        return self.attachment.closed_ground or str(getattr(owner, "closed_ground", ""))

    @property
    def facts(self) -> str:
        """ "Word-dokument · 3 sider · 1,2 MB" """
        return facts(self.file) if self.file else _("Ingen fil endnu")

    @property
    def badge(self) -> str:
        return STATES[FileState(self.file.state)] if self.file else "badge-quiet"

    @property
    def stamp(self) -> str:
        """Another where the row has something else to show."""
        file = self.file
        return f"{file.number}-{file.state}-{file.tries}-{self.place}-{self.is_last}" if file else ""


@dataclass(frozen=True)
class ShownList:
    """All that the person may see of what hangs there. `why_not` says why they may not change it."""

    owner: Owner
    rows: tuple[Shown, ...]
    removed: tuple[Attachment, ...]
    why_not: str

    @property
    def may_change(self) -> bool:
        return not self.why_not

    @property
    def under_way(self) -> int:
        return sum(1 for row in self.rows if row.file is not None and row.file.is_under_way)

    @property
    def failed(self) -> int:
        return sum(
            1 for row in self.rows if row.file and row.file.has_failed and not row.attachment.left_out_reason
        )

    @property
    def progress(self) -> str:
        """How far they are, in a sentence."""
        if self.under_way:
            return ngettext(
                "%(n)d bilag bliver omdannet til PDF.", "%(n)d bilag bliver omdannet til PDF.", self.under_way
            ) % {"n": self.under_way}
        if self.failed:
            return ngettext(
                "%(n)d bilag kunne ikke omdannes. Prøv igen, erstat filen, eller udelad bilaget.",
                "%(n)d bilag kunne ikke omdannes. Prøv igen, erstat filerne, eller udelad bilagene.",
                self.failed,
            ) % {"n": self.failed}
        return _("Alle bilag er klar.") if self.rows else ""


def facts(file: AttachmentFile) -> str:
    """What kind of file it is and how large: " · " between."""
    said = [kind_name(file)]
    if file.pages:
        said.append(ngettext("%(n)d side", "%(n)d sider", file.pages) % {"n": file.pages})
    return " · ".join([*said, size(file.size)])


def kind_name(file: AttachmentFile) -> str:
    """ "Word-dokument", without its article."""
    article, _space, name = KINDS.get(file.media_type, _("en fil")).partition(" ")
    return (name or article)[0].upper() + (name or article)[1:]


def shown_list(owner: Owner, person: Person) -> ShownList:
    """The list as that person sees it now."""
    on = today()
    of_owner = {owner._meta.model_name: owner}
    attachments = list(Attachment.objects.filter(**of_owner).visible_to(person, on))
    refusal = why_not(owner, person, on)
    removed = Attachment.objects.filter(**of_owner).removed_and_visible_to(person, on)
    return ShownList(
        owner=owner,
        rows=tuple(rows(owner, attachments)),
        removed=() if refusal else tuple(removed),
        why_not=refusal,
    )


def rows(owner: Owner, attachments: list[Attachment]) -> Iterable[Shown]:
    """Each with its newest file, which is fetched for all of them at once."""
    newest = AttachmentFile.objects.filter(attachment__in=attachments).order_by("number")
    files = {file.attachment_id: file for file in newest.defer("text", "findings")}
    for place, attachment in enumerate(attachments):
        setattr(attachment, owner._meta.model_name, owner)
        yield Shown(attachment, files.get(attachment.pk), place, place == len(attachments) - 1)
