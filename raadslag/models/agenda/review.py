"""A group reads an agenda before it is sent, and comments on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.notice import Notice
from raadslag.models.refusal import Overtaken, Refused
from raadslag.record.danish import day
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.secrecy import MeetingState

if TYPE_CHECKING:
    from raadslag.models.item import Item
    from raadslag.models.meeting import Meeting
    from raadslag.models.person import Person

LONGEST_NOTE = 500
LONGEST_COMMENT = 4000


class AgendaReviewManager(models.Manager["AgendaReview"]):
    """Begins readings."""

    def open(
        self,
        meeting: Meeting,
        people: Iterable[Person],
        due_on: date,
        note: str,
        *,
        by: Person,
        at: datetime,
    ) -> AgendaReview:
        """The people see what is open on the agenda from now on, and are told so on their start pages.
        That they are mailed too is the caller's to do. Raises Refused."""
        readers = [each for each in dict.fromkeys(people) if each.is_active]
        if not readers:
            raise Refused(_("Vælg mindst én, der skal læse dagsordenen."))
        if due_on < timezone.localdate(at):
            raise Refused(_("Dagen er forbi. Vælg en senere dag."))
        if len(note.strip()) > LONGEST_NOTE:
            raise Refused(_("Hilsenen er for lang. Skriv højst %(n)d tegn.") % {"n": LONGEST_NOTE})
        with transaction.atomic():
            held = type(meeting).objects.select_for_update().get(pk=meeting.pk)
            if held.state != MeetingState.PLANNED:
                raise Refused(
                    _(
                        "Dagsordenen er sendt, eller mødet er holdt eller aflyst."
                        " Den kan kun læses igennem før det."
                    )
                )
            review = self.create(meeting=held, due_on=due_on, note=note.strip(), by=by, at=at)
            review.people.set(readers)
            Event.objects.record(
                "review_opened", by=by, at=at, about=held, asked=[str(each) for each in readers]
            )
            review.tell(readers, at)
        return review


class AgendaReviewQuerySet(models.QuerySet["AgendaReview"]):
    """Choosing among readings."""

    def open_now(self) -> AgendaReviewQuerySet:
        """Those that go on: not closed, and the agenda is not sent."""
        return self.filter(closed_at=None, meeting__state=MeetingState.PLANNED)


class AgendaReview(models.Model):
    """Named people read the agenda until a day. While it is open they see what is open on it.

    It ends when it is closed, or by itself when the agenda is sent or the meeting called off.
    """

    key = key_column()
    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="reviews")
    people = models.ManyToManyField("desk.Person", related_name="reviews", verbose_name=_("læsere"))
    due_on = models.DateField(_("senest den"))
    note = models.CharField(_("hilsen"), max_length=LONGEST_NOTE, blank=True)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = AgendaReviewManager.from_queryset(AgendaReviewQuerySet)()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.meeting}, {self.due_on}"

    def get_absolute_url(self) -> str:
        """The page where the readers read and comment."""
        return reverse("desk:agenda-reading", args=[self.key])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.meeting.state == MeetingState.PLANNED

    def is_late(self, on: date) -> bool:
        """Whether the readers should have been done before that day."""
        return self.is_open and self.due_on < on

    def tell(self, readers: Iterable[Person], at: datetime) -> None:
        """Each reader's notice. It is not mailed: the reading has a mail of its own."""
        body, held_on = self.meeting.body, day(self.meeting.held_on)
        text = f"Læs dagsordenen til {body} den {held_on} senest den {day(self.due_on)}."
        Notice.objects.bulk_create(
            Notice(
                person=reader,
                kind=MailKind.REVIEW,
                by=self.by,
                text=text,
                path=self.get_absolute_url(),
                at=at,
                passed_on_at=at,
            )
            for reader in readers
        )

    def comment(self, item: Item | None, text: str, *, by: Person, at: datetime) -> AgendaComment:
        """What a reader says of the item, or of all of it; said twice, it stands once. Raises Refused."""
        words = text.strip()
        if not words:
            raise Refused(_("Skriv din bemærkning først."))
        if len(words) > LONGEST_COMMENT:
            raise Refused(_("Bemærkningen er for lang. Skriv højst %(n)d tegn.") % {"n": LONGEST_COMMENT})
        with transaction.atomic():
            review = AgendaReview.objects.select_for_update().get(pk=self.pk)
            if not review.is_open:
                raise Refused(_("Læsningen er slut, så der kan ikke skrives mere."))
            if not review.people.filter(pk=by.pk).exists():
                raise Refused(_("Det er ikke dig, der er bedt om at læse dagsordenen."))
            on_it = item is None or item.meeting_id == review.meeting_id
            if not on_it or (item and not item.may_be_seen_by(by, timezone.localdate(at))):
                raise Refused(_("Punktet er ikke på dagsordenen mere. Skriv din bemærkning til det hele."))
            comment, is_new = review.comments.get_or_create(item=item, text=words, by=by, defaults={"at": at})
            if is_new:
                Event.objects.record("agenda_commented", by=by, at=at, about=item or review.meeting)
        return comment

    def close(self, *, by: Person, at: datetime) -> None:
        """The readers see no more of the agenda. Raises Overtaken."""
        with transaction.atomic():
            review = AgendaReview.objects.select_for_update().get(pk=self.pk)
            if review.closed_at is not None:
                raise Overtaken(_("Læsningen er allerede afsluttet."))
            self.closed_at = at
            self.save(update_fields=["closed_at"])
            Notice.objects.filter(path=self.get_absolute_url(), read_at=None).update(read_at=at)
            Event.objects.record("review_closed", by=by, at=at, about=self.meeting)


def meetings_reviewed_by(person: Person) -> set[int]:
    """The meetings, by their row numbers, whose agenda the person has been asked to read and may still."""
    rows = AgendaReview.objects.open_now().filter(people=person)
    return set(rows.values_list("meeting_id", flat=True))


class AgendaComment(models.Model):
    """What a reader says of an item, or of the whole agenda."""

    key = key_column()
    review = models.ForeignKey(AgendaReview, models.CASCADE, related_name="comments")
    item = models.ForeignKey("desk.Item", models.CASCADE, null=True, related_name="comments")
    text = models.TextField(_("bemærkning"), max_length=LONGEST_COMMENT)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.review}: {self.by}"

    def done(self, *, by: Person, at: datetime) -> None:
        """The secretary has seen to it; once is as good as twice."""
        with transaction.atomic():
            comment = AgendaComment.objects.select_for_update().get(pk=self.pk)
            if comment.done_at is not None:
                return
            self.done_at = at
            self.save(update_fields=["done_at"])
            Event.objects.record("agenda_comment_done", by=by, at=at, about=self.item or self.review.meeting)

    def undone(self, *, by: Person, at: datetime) -> None:
        """It waits again."""
        with transaction.atomic():
            self.done_at = None
            self.save(update_fields=["done_at"])
            Event.objects.record(
                "agenda_comment_undone", by=by, at=at, about=self.item or self.review.meeting
            )
