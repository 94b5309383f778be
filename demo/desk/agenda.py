"""Two agendas under way: a committee's with its conditional items and its rule, and that of the alderman's
meeting before it, which brings the committee's with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from demo.desk.files import file
from demo.desk.people import Cast
from demo.source import LINDEVAD
from raadslag.models import (
    AgendaRule,
    Attachment,
    Body,
    Course,
    Item,
    Meeting,
    MeetingPlan,
    Prints,
    StandingItem,
)
from raadslag.models.agenda.building import add, lay_out
from raadslag.models.attachment_file import Incoming
from raadslag.models.desk_files import desk_files
from raadslag.models.municipality import house_practice
from raadslag.publishing import publish
from raadslag.publishing.desk_plan import publish_desk_plan
from raadslag.record import Decision, MeetingRecord, Outcome, Section, Stage
from raadslag.record import Item as RecordItem
from raadslag.rules.working_days import next_working_day

COLUMNS = ("title", "purpose", "method", "responsible", "presenter", "minutes")


def load(cast: Cast) -> None:
    """The meetings, the last one's minutes, the standing items, and the agendas as far as they are."""
    source = tomllib.loads((LINDEVAD / "dagsorden.toml").read_text(encoding="utf-8"))
    body = cast.bodies[source["body"]]
    last, here, following = meetings(body, source, cast)
    referring = single(
        cast.bodies[source["referring_body"]], source["referring_in_days"], ("18:00", "20:45"), cast
    )
    minutes(last, source["minutes"], cast)
    standing(body, source["standing"], cast)
    for course in source["courses"]:
        starts_on = timezone.localdate(cast.at) + timedelta(days=course["in_days"])
        Course.objects.create(body=body, title=course["title"], starts_on=starts_on, place=course["place"])
    lay_out(here, by=cast.anna, at=cast.at)
    items = {data["title"]: item(data, here, referring, cast) for data in source["items"]}
    rule = AgendaRule.objects.create(
        meeting=here,
        at_least=source["rule"]["at_least"],
        referred_by=referring.body,
        referred_on=referring.held_on,
        to_meeting=following,
    )
    rule.items.set(items[title] for title in source["rule"]["moves"])
    aldermans(source["alderman"], cast)


def meetings(body: Body, source: Mapping[str, Any], cast: Cast) -> tuple[Meeting, Meeting, Meeting]:
    """The last, this and the next meeting. Those of the plan that fall between them are called off."""
    days = (source["last_meeting_in_days"], source["in_days"], source["next_meeting_in_days"])
    first, final = (
        working_day(timezone.localdate(cast.at) + timedelta(days=each)) for each in (days[0], days[2])
    )
    for planned in body.meetings.filter(starts_at__date__gte=first, starts_at__date__lte=final):
        planned.cancel("Mødet er flyttet.", by=cast.anna, at=cast.at)
    last, here, following = (single(body, each, source["time"], cast, source["place"]) for each in days)
    for plan in MeetingPlan.objects.filter(body=body):
        publish_desk_plan(plan, by=cast.anna, at=cast.at, why="Tre møder er flyttet.")
    return last, here, following


def single(body: Body, in_days: int, hours: Iterable[str], cast: Cast, place: str = "") -> Meeting:
    """A meeting of the body so many days from now, or on the first working day after."""
    on = working_day(timezone.localdate(cast.at) + timedelta(days=in_days))
    starts_at, ends_at = (
        datetime.combine(on, time.fromisoformat(each), timezone.get_current_timezone()) for each in hours
    )
    found: Meeting | None = body.meetings.filter(starts_at=starts_at).first()
    return (
        found
        or Meeting.objects.plan(body, [(starts_at, ends_at)], place or body.place, by=cast.anna, at=cast.at)[
            0
        ]
    )


def working_day(on: date) -> date:
    """That day, or the first working day after it."""
    return next_working_day(on - timedelta(days=1), house_practice())


def minutes(meeting: Meeting, items: Iterable[Mapping[str, Any]], cast: Cast) -> None:
    """The meeting's minutes, published."""
    record = MeetingRecord(
        authority="Lindevad Kommune",
        body=meeting.body.name,
        stage=Stage.MINUTES,
        starts_at=meeting.starts.replace(tzinfo=None),
        ends_at=meeting.ends.replace(tzinfo=None),
        place=meeting.place or None,
        items=tuple(
            RecordItem(
                number=str(number),
                title=data["title"],
                sections=(Section(text=data["text"]),) if "text" in data else (),
                decision=Decision(text=data["decision"], outcome=Outcome.APPROVED),
            )
            for number, data in enumerate(items, 1)
        ),
    )
    publish(record, {}, by=cast.anna.name, at=cast.at, why="Referatet er godkendt.")


def standing(body: Body, rows: Iterable[Mapping[str, Any]], cast: Cast) -> None:
    for order, data in enumerate(rows):
        StandingItem.objects.create(
            body=body,
            order=order,
            prints=data.get("prints", Prints.NOTHING),
            agenda_of=cast.bodies[data["agenda_of"]] if "agenda_of" in data else None,
            is_last=data.get("last", False),
            **words(data),
        )


def item(data: Mapping[str, Any], meeting: Meeting, referring: Meeting, cast: Cast) -> Item:
    """One case with its attachments; what is `evt` stands if the other body refers it."""
    condition = {"depends_on": referring.body, "depends_on_day": referring.held_on} if data.get("evt") else {}
    made = add(meeting, by=cast.anna, at=cast.at, text=data.get("text", ""), **words(data), **condition)
    for name, text in data.get("attachments", ()):
        content = file(name, text)
        incoming = Incoming(name, desk_files().keep(content), len(content))
        Attachment.objects.add(made, [incoming], by=cast.anna, at=cast.at)
    return made


def words(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in COLUMNS if name in data}


def aldermans(data: Mapping[str, Any], cast: Cast) -> None:
    """The alderman's meeting before it."""
    body = cast.bodies[data["body"]]
    standing(body, data["standing"], cast)
    lay_out(single(body, data["in_days"], data["time"], cast), by=cast.anna, at=cast.at)
