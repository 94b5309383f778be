"""The papers that are under way on Lindevad's desk, each moved by those who would have moved it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from demo.desk.files import file
from demo.desk.people import Cast
from raadslag.models import (
    Attachment,
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
}


def load(source: Mapping[str, Any], cast: Cast) -> None:
    """The templates, a usual route, and every paper with its attachments."""
    add_shipped_templates(at=cast.at)
    routes(cast)
    for data in source["papers"]:
        paper = begin(data, cast)
        write(paper, data, cast)
        attach(paper, source, cast)
        hear(paper, source, cast)
        move(paper, data, cast)


def routes(cast: Cast) -> None:
    """A small case goes straight to its committee; a large one by way of the magistrate to the council."""
    usual = {
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


def begin(data: Mapping[str, Any], cast: Cast) -> Paper:
    """A draft for the body's next meeting that still has time for it."""
    writer, receiver = cast.people[data["by"]], cast.bodies[data["to"]]
    meetings = Meeting.objects.coming(timezone.localdate(cast.at)).filter(body=receiver)
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
        aimed_at=meetings[1],
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


def move(paper: Paper, data: Mapping[str, Any], cast: Cast) -> None:
    approver = cast.approver_of(paper.sender)
    for deed in DONE[data["state"]]:
        match deed:
            case "submit":
                paper.submit(by=paper.created_by, at=cast.at)
            case "return":
                paper.return_to_writers(by=approver, at=cast.at, comment=data["comment"])
            case "approve":
                paper.approve(by=approver, at=cast.at)
