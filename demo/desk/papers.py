"""The papers that are under way on Lindevad's desk, each moved by those who would have moved it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from demo.desk.agenda import single
from demo.desk.files import file
from demo.desk.people import Cast
from raadslag.archive.addresses import slug
from raadslag.archive.models import Publication
from raadslag.models import (
    Attachment,
    Body,
    Hearing,
    Meeting,
    Paper,
    PaperTemplate,
    RouteTemplate,
    RouteTemplateStep,
    Task,
    Topic,
)
from raadslag.models.attachment_file import Incoming
from raadslag.models.desk_files import desk_files
from raadslag.models.paper_writing import TypedSection
from raadslag.models.shipped_templates import add_shipped_templates
from raadslag.record import Part

TEMPLATE = "Indstilling i seks afsnit"
# how far a paper has come -> what was done to it, in order
DONE = {
    "draft": (),
    "submitted": ("submit",),
    "returned": ("submit", "return"),
    "approved": ("submit", "approve"),
    "placed": ("submit", "approve", "endorse", "place"),
    "decided": ("submit", "approve", "endorse", "place", "decide"),
}
EARLIER = timedelta(days=40)  # how long before its meeting a paper that has been decided was written


def load(source: Mapping[str, Any], cast: Cast) -> None:
    """The templates, a usual route, and every paper with its attachments."""
    add_shipped_templates(at=cast.at)
    routes(cast)
    for data in source["papers"]:
        paper, then = began(data, cast)
        write(paper, data, then)
        attach(paper, source, then)
        hear(paper, source, then)
        move(paper, data, then, cast)


def routes(cast: Cast) -> None:
    """A small case goes straight to its committee; a large one by way of the magistrate to the council."""
    usual = {
        "Udvalgssag med påtegning": [(None, Task.WRITES), ("borgmester", Task.ENDORSES)],
        "Udvalgssag": [(None, Task.WRITES), ("havn", Task.DECIDES)],
        "Byrådssag": [
            (None, Task.WRITES),
            ("borgmester", Task.ENDORSES),
            ("magistrat", Task.RECOMMENDS),
            ("byraad", Task.DECIDES),
        ],
    }
    for name, steps in usual.items():
        template = RouteTemplate.objects.create(name=name)
        for order, (body, task) in enumerate(steps, 1):
            RouteTemplateStep.objects.create(
                template=template, order=order, body=cast.bodies[body] if body else None, task=task
            )


def began(data: Mapping[str, Any], cast: Cast) -> tuple[Paper, Cast]:
    """A draft for the body's next meeting that still has time for it, and the cast when it was begun; what
    has been decided was for its last meeting."""
    receiver = cast.bodies[data["to"]]
    if data["state"] != "decided":
        return begin(data, next_but_one(receiver, cast), cast), cast
    last = receiver.meetings.filter(starts_at__lt=cast.at).last() or single(
        receiver, -10, ("16:00", "18:00"), cast
    )
    then = replace(cast, at=last.starts_at - EARLIER)
    return begin(data, last, then), then


def next_but_one(body: Body, cast: Cast) -> Meeting:
    """The body's first meeting after the next one with nothing out about it yet."""
    later = list(Meeting.objects.coming(timezone.localdate(cast.at)).filter(body=body)[1:])
    out = Publication.objects.filter(body__slug=slug(body.name)).values_list("held_on", flat=True)
    return next((meeting for meeting in later if meeting.held_on not in set(out)), later[-1])


def begin(data: Mapping[str, Any], meeting: Meeting, cast: Cast) -> Paper:
    """A draft for the meeting."""
    writer, receiver = cast.people[data["by"]], cast.bodies[data["to"]]
    closed = data.get("closed", "")
    assert writer.department
    return Paper.begin(
        PaperTemplate.objects.get(name=TEMPLATE),
        sender=writer.department,
        receiver=receiver,
        by=writer,
        at=cast.at,
        title=data["title"],
        topic=Topic.objects.filter(title=data.get("topic")).first(),
        aimed_at=meeting,
        route_template=RouteTemplate.objects.filter(name=data.get("route")).first(),
        case_number=data["case_number"],
        public_title=data.get("public_title", ""),
        part=Part.CLOSED if closed else Part.OPEN,
        closed_ground=closed,
    )


def write(paper: Paper, data: Mapping[str, Any], cast: Cast) -> None:
    typed = [
        TypedSection(key=section.key, revision=section.revision, base=section.content, content=content)
        for section, content in zip(paper.sections.all(), data["sections"], strict=False)
    ]
    paper.write(by=cast.people[data["by"]], at=cast.at, sections=typed, why="Første udkast")


def attach(paper: Paper, source: Mapping[str, Any], cast: Cast) -> None:
    for data in source["attachments"]:
        if data["paper"] != paper.title:
            continue
        content = file(data["name"], data["text"])
        incoming = Incoming(data["name"], desk_files().keep(content), len(content))
        ground = data.get("closed", "")
        Attachment.objects.add(
            paper,
            [incoming],
            by=paper.created_by,
            at=cast.at,
            part=Part.CLOSED if ground else Part.OPEN,
            closed_ground=ground,
        )


def hear(paper: Paper, source: Mapping[str, Any], cast: Cast) -> None:
    for data in source["hearings"]:
        if data["paper"] != paper.title:
            continue
        due_on = timezone.localdate(cast.at) + timedelta(days=data["in_days"])
        asked = [cast.people[each] for each in data["people"]] + [
            cast.bodies[each] for each in data["bodies"]
        ]
        by = cast.people[data["by"]]
        hearing = Hearing.objects.ask(paper, data["question"], due_on, asked, by=by, at=cast.at)
        for party in hearing.parties.exclude(person=None):
            if party.person and party.person.email in data["answers"]:
                party.reply(data["answers"][party.person.email], by=party.person, at=cast.at)


def move(paper: Paper, data: Mapping[str, Any], then: Cast, cast: Cast) -> None:
    """What was done to it, when it was written; it is decided now."""
    act = {"by": cast.approver_of(paper.sender), "at": then.at}
    for deed in DONE[data["state"]]:
        match deed:
            case "submit":
                paper.submit(by=paper.created_by, at=then.at)
            case "return":
                paper.return_to_writers(**act, comment=data["comment"])
            case "approve":
                paper.approve(**act)
            case "endorse":
                paper.endorse(
                    text=data["endorsement"],
                    reservations=data["reservations"],
                    by=cast.approver_of(paper.turn.body),
                    at=then.at,
                )
            case "place":
                paper.place(paper.aimed_at, by=cast.anna, at=then.at)
                for email, reason in data.get("shut_out", ()):
                    paper.shut_out(cast.people[email], reason, by=cast.anna, at=then.at)
            case "decide":
                paper.decide(text=data["decision"], by=cast.anna, at=cast.at)
