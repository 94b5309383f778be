"""An attachment (bilag) of a paper, an item or a meeting, and the files it has been."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Max, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from raadslag.models.attachment_changes import AttachmentChanges, add_file, held
from raadslag.models.attachment_file import AttachmentFile, FileState, Incoming
from raadslag.models.attachment_rights import Owner, roles_at, why_not
from raadslag.models.columns import ground_when_closed, key_column, one_of, part_column
from raadslag.models.event import Event
from raadslag.models.item import Item
from raadslag.models.meeting import Meeting
from raadslag.models.paper import Paper
from raadslag.models.refusal import Refused
from raadslag.models.visibility import NOTHING, bodies_by_role, seen
from raadslag.record import Part
from raadslag.rules.attachments import KEEPERS
from raadslag.rules.file_names import title_of
from raadslag.rules.roles import IN_A_BODY, Role
from raadslag.rules.secrecy import ITEMS, may_see, strictest

if TYPE_CHECKING:
    from raadslag.models.person import Person


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Choosing among attachments: always begin with `visible_to`."""

    def visible_to(self, person: Person, on: date) -> AttachmentQuerySet:
        """Those that the person may see that day."""
        return self.filter(removed_at=None)._seen(person, on)

    def removed_and_visible_to(self, person: Person, on: date) -> AttachmentQuerySet:
        """Those that were removed, and that the person would else see that day."""
        return self.exclude(removed_at=None)._seen(person, on)

    def of(self, owner: Owner) -> AttachmentQuerySet:
        """Those that hang on that very paper, item or meeting, in their order."""
        return self.filter(removed_at=None, **{owner._meta.model_name: owner})

    def under(self, owner: Owner) -> AttachmentQuerySet:
        """Those that belong to it: an item has its paper's too, a meeting all of its items'."""
        reached = Q(**{owner._meta.model_name: owner})
        if isinstance(owner, Item) and owner.paper_id:
            reached |= Q(paper=owner.paper_id)
        if isinstance(owner, Meeting):
            reached |= Q(item__meeting=owner) | Q(paper__in=owner.items.exclude(paper=None).values("paper"))
        return self.filter(reached, removed_at=None)

    def blocking(self, owner: Owner) -> AttachmentQuerySet:
        """Those that belong to it and keep it from publication: not ready, and not left out on purpose."""
        newest = AttachmentFile.objects.filter(attachment=OuterRef("pk")).order_by("-number")
        attached = self.under(owner).filter(left_out_reason="")
        return attached.annotate(newest_state=Subquery(newest.values("state")[:1])).filter(
            ~Q(newest_state=FileState.READY) | Q(newest_state=None)
        )

    def add(
        self,
        owner: Owner,
        files: Iterable[Incoming],
        *,
        by: Person,
        at: datetime,
        part: Part = Part.OPEN,
        closed_ground: str = "",
    ) -> list[Attachment]:
        """Hangs the files on the paper, item or meeting, one attachment each, after those that are there.

        Each waits for its conversion. Raises Refused where the person may not, or where what is closed has
        no ground.
        """
        if part == Part.CLOSED and not closed_ground.strip():
            raise Refused(_("Skriv, hvorfor bilaget er lukket, for eksempel paragraffen."))
        with transaction.atomic():
            owner = held(owner)
            if refusal := why_not(owner, by, timezone.localdate(at)):
                raise Refused(refusal)
            taken = {each.title for each in self.of(owner)}
            added = []
            for file in files:
                title = title_of(file.name) if title_of(file.name) not in taken else file.name
                taken.add(title)
                hung = self.hang(
                    owner, file, title, by=by, at=at, part=part, closed_ground=closed_ground.strip()
                )
                added.append(hung)
        return added

    def hang(
        self,
        owner: Owner,
        file: Incoming,
        title: str,
        *,
        by: Person,
        at: datetime,
        part: Part,
        closed_ground: str,
    ) -> Attachment:
        """One attachment more, the last, which waits for its conversion. Who may is the caller's to ask, with
        the paper, item or meeting locked: what the desk makes of a hearing's answers, nobody puts up."""
        last = self.of(owner).aggregate(last=Max("order"))["last"]
        attachment = self.create(
            title=title,
            order=0 if last is None else last + 1,
            part=part,
            closed_ground=closed_ground if part == Part.CLOSED else "",
            **{owner._meta.model_name: owner},
        )
        add_file(attachment, file, number=1, by=by, at=at)
        Event.objects.record("attachment_added", by=by, at=at, about=attachment)
        return attachment

    def _seen(self, person: Person, on: date) -> AttachmentQuerySet:
        held = bodies_by_role(person, on)

        def of_meetings(role: Role) -> Q:
            if role in IN_A_BODY:
                return Q(meeting__body__in=held[role]) if held[role] else NOTHING
            return Q() if role == Role.ADMINISTRATOR and person.is_administrator else NOTHING

        return self.filter(
            Q(part=Part.OPEN, paper__in=Paper.objects.visible_to(person, on))
            | Q(part=Part.CLOSED, paper__in=Paper.objects.with_closed_parts_visible_to(person, on))
            | Q(part=Part.OPEN, item__in=Item.objects.visible_to(person, on))
            | Q(part=Part.CLOSED, item__in=Item.objects.with_closed_parts_visible_to(person, on))
            | Q(meeting__isnull=False) & seen(ITEMS, "meeting__state", lambda part: Q(part=part), of_meetings)
        )


class Attachment(AttachmentChanges, models.Model):
    """A document at a paper, an item or a meeting. What is left out on purpose says why."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, null=True, blank=True, related_name="attachments")
    item = models.ForeignKey("desk.Item", models.CASCADE, null=True, blank=True, related_name="attachments")
    meeting = models.ForeignKey(
        "desk.Meeting", models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)
    title = models.CharField(_("titel"), max_length=300)
    part = part_column()
    closed_ground = models.CharField(_("grund til lukning"), max_length=300, blank=True)
    left_out_reason = models.CharField(_("udeladt, fordi"), max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("order", "id")
        constraints = (
            one_of("attachment_of_one_thing", "paper", "item", "meeting"),
            ground_when_closed("closed_attachment_says_why"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> Owner:
        """The paper, item or meeting that it hangs on."""
        return self.paper or self.item or self.meeting

    @property
    def effective_part(self) -> Part:
        """Closed where it or what it hangs on is."""
        above = (
            self.paper.effective_part if self.paper else self.item.effective_part if self.item else Part.OPEN
        )
        return strictest(Part(self.part), Part(above))

    @property
    def log_name(self) -> str:
        """What the log calls it: the title of what is closed is not told there."""
        with override("da"):
            return str(_("Lukket bilag")) if self.effective_part == Part.CLOSED else self.title

    @property
    def file(self) -> AttachmentFile | None:
        """The latest file; None before the first is there."""
        return self.files.order_by("-number").first()

    def is_kept_by(self, person: Person, on: date) -> bool:
        """Whether the person is one of those who see to it: its older files and originals are for them."""
        return not KEEPERS.isdisjoint(roles_at(self.owner, person, on))

    def may_be_changed_by(self, person: Person, on: date) -> bool:
        """Whether the person may change it that day."""
        return not why_not(self.owner, person, on)

    def may_be_seen_by(self, person: Person, on: date) -> bool:
        """Whether the person may see it that day; nobody sees what is removed."""
        if self.removed_at is not None:
            return False
        part = Part(self.part)
        if self.paper:
            return self.paper.may_be_seen_by(person, on, part)
        if self.item:
            return self.item.may_be_seen_by(person, on, part)
        return may_see(self.meeting.cell, part, person.roles_in([self.meeting.body], on))
