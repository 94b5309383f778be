"""An agenda as those who build it and those who read it see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadslag.desk.access import person_of, today
from raadslag.models import Item, Meeting
from raadslag.models.agenda.building import Agenda, AgendaLine, agenda_of
from raadslag.models.agenda.conditions import condition_of
from raadslag.publishing.agenda.items import fate, is_over
from raadslag.record import Part
from raadslag.rules.agenda.schedule import Slot


@dataclass(frozen=True)
class ShownLine:
    """A line of the agenda. One whose item the person may not see shows its place and its time alone.

    `typed` are minutes that could not be kept, `fault` says why. `above` and `below` tell whether it can be
    moved up and down."""

    line: AgendaLine
    is_visible: bool
    above: bool = False
    below: bool = False
    typed: str | None = None
    fault: str = ""

    @property
    def item(self) -> Item:
        return self.line.item

    @property
    def number(self) -> int | None:
        return self.line.number

    @property
    def slot(self) -> Slot | None:
        return self.line.slot

    @property
    def is_closed(self) -> bool:
        return self.item.effective_part == Part.CLOSED

    @property
    def minutes(self) -> str:
        """What stands in the field."""
        kept = "" if self.item.minutes is None else str(self.item.minutes)
        return kept if self.typed is None else self.typed

    @property
    def condition(self) -> str:
        """What the item waits for; "" where it waits for nothing."""
        return condition_of(self.item)

    @property
    def what_became(self) -> str:
        """What the agenda says of an item that was sent and does not stand."""
        return became(self.item)


@dataclass(frozen=True)
class ShownAgenda:
    """The agenda in its lists: what is sent, and what is not, the open part and the closed."""

    agenda: Agenda
    sent: tuple[ShownLine, ...]
    open: tuple[ShownLine, ...]
    closed: tuple[ShownLine, ...]
    off: tuple[Item, ...]
    order: tuple[Any, ...] = field(default=())

    @property
    def has_lines(self) -> bool:
        return bool(self.sent or self.open or self.closed)

    @property
    def lists(self) -> list[tuple[str, str, tuple[ShownLine, ...]]]:
        """Each list with its name in addresses and its heading."""
        if not self.sent:
            return [("aaben", _("Åben del"), self.open), ("lukket", _("Lukket del"), self.closed)]
        return [
            ("sendt", _("Sendt"), self.sent),
            ("ny-aaben", _("Nye punkter, åben del"), self.open),
            ("ny-lukket", _("Nye punkter, lukket del"), self.closed),
        ]

    @property
    def time_in_words(self) -> str:
        """How the items fill the meeting."""
        over, spare = self.agenda.over, self.agenda.spare
        if over:
            return too_long(over)
        if spare:
            return left(spare)
        return _("Punkterne fylder netop mødet.")


def too_long(minutes: int) -> str:
    said = ngettext(
        "Dagsordenen varer %(n)d minut længere end mødet.",
        "Dagsordenen varer %(n)d minutter længere end mødet.",
        minutes,
    )
    return said % {"n": minutes}


def left(minutes: int) -> str:
    said = ngettext("Der er %(n)d minut tilbage.", "Der er %(n)d minutter tilbage.", minutes)
    return said % {"n": minutes}


def became(item: Item) -> str:
    """What the agenda prints of an item that does not stand; "" of one that does."""
    return fate(item) if is_over(item) else ""


def visible_keys(request: HttpRequest, meeting: Meeting) -> set[int]:
    """The meeting's items that the person may see, by their row numbers."""
    visible = Item.objects.visible_to(person_of(request), today())
    return set(visible.filter(meeting=meeting).values_list("pk", flat=True))


def built(
    request: HttpRequest,
    meeting: Meeting,
    typed: dict[int, str] | None = None,
    faults: dict[int, str] | None = None,
) -> ShownAgenda:
    """The agenda for whoever builds it; `typed` and `faults` are minutes by the items' row numbers."""
    agenda, visible = agenda_of(meeting), visible_keys(request, meeting)
    sent = [line for line in agenda.lines if line.item.is_sent]
    fresh = [line for line in agenda.lines if not line.item.is_sent]

    def shown(lines: Iterable[AgendaLine], *, moves: bool) -> tuple[ShownLine, ...]:
        rows = list(lines)
        return tuple(
            ShownLine(
                line,
                line.item.pk in visible,
                above=moves and place > 0,
                below=moves and place < len(rows) - 1,
                typed=(typed or {}).get(line.item.pk),
                fault=(faults or {}).get(line.item.pk, ""),
            )
            for place, line in enumerate(rows)
        )

    closed = [line for line in fresh if line.item.effective_part == Part.CLOSED]
    return ShownAgenda(
        agenda,
        sent=shown(sent, moves=False),
        open=shown([line for line in fresh if line not in closed], moves=True),
        closed=shown(closed, moves=True),
        off=tuple(item for item in agenda.off if item.pk in visible),
        order=tuple(line.item.key for line in fresh),
    )


def read(request: HttpRequest, meeting: Meeting) -> list[ShownLine]:
    """The agenda for whoever reads it: the lines that they may see."""
    visible = visible_keys(request, meeting)
    return [ShownLine(line, True) for line in agenda_of(meeting).lines if line.item.pk in visible]
