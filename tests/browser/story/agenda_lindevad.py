"""`python -m tests.browser.story.agenda_lindevad` makes the desk ready for the story of an agenda: standing
items, the last meeting's minutes and the other committee's agenda, both published, papers that wait for a
meeting, and a council's meeting that has just been.

It prints, as JSON, `cookies` and the keys of the meetings: `meeting`, `council`.
"""

import json
import os
from datetime import datetime, timedelta
from importlib import import_module

import django
from django.utils import timezone

from tests.browser.story.agenda_words import (
    COMPLAINT,
    CRANE,
    CRANE_WORDS,
    LAB,
    MEASURED,
    PLAN,
    PURCHASE,
    PURCHASE_PUBLIC,
    PURCHASE_WORDS,
    WATER,
    WATER_WORDS,
)
from tests.browser.story.lindevad import cookies
from tests.conversion import pdf_files

GROUND = "Køb af fast ejendom (kommunestyrelsesloven § 10)"
TEMPLATE = "Indstilling"


class Scene:
    """The tables as the story begins."""

    def __init__(self) -> None:
        self.models = import_module("raadslag.models")
        self.cast = import_module("tests.cast").make_cast()
        self.now = timezone.now().replace(second=0, microsecond=0)
        today = timezone.localdate()
        self.models.Membership.objects.filter(person=self.cast.stine).update(
            starts_on=today - timedelta(1), ends_on=today + timedelta(60)
        )

    def meeting(self, body, days: int, hour: int = 16, minutes: int = 60):
        """A meeting so many days from now."""
        local = timezone.localtime(self.now + timedelta(days=days))
        starts_at = local.replace(hour=hour, minute=0)
        return self.models.Meeting.objects.create(
            body=body, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=minutes), place="Rådhuset"
        )

    def standing(self) -> None:
        prints = self.models.Prints
        rows = [
            ("Godkendelse af dagsorden", prints.NOTHING, 5, False),
            ("Godkendelse af referat", prints.MINUTES, 5, False),
            ("Orientering fra Magistraten", prints.NOTHING, 10, False),
            ("Orientering om udvalgsmødet", prints.AGENDA, 5, False),
            ("Bordrunde", prints.NOTHING, 5, True),
            ("Eventuelt", prints.NOTHING, 5, True),
        ]
        for order, (title, printed, minutes, is_last) in enumerate(rows):
            self.models.StandingItem.objects.create(
                body=self.cast.committee,
                order=order,
                title=title,
                prints=printed,
                minutes=minutes,
                is_last=is_last,
                agenda_of=self.cast.other_committee if printed == prints.AGENDA else None,
            )

    def published(self, meeting, stage: str, title: str, text: str) -> None:
        """A document of the meeting, out already."""
        record = import_module("raadslag.record")
        item = record.Item(
            number="1",
            title=title,
            sections=(record.Section(text=text),),
            decision=record.Decision(text="Godkendt.", outcome=record.Outcome.APPROVED)
            if stage == "minutes"
            else None,
        )
        import_module("raadslag.publishing").publish(
            record.MeetingRecord(
                authority="Lindevad Kommune",
                body=meeting.body.name,
                stage=record.Stage(stage),
                starts_at=naive(meeting.starts),
                ends_at=naive(meeting.ends),
                items=(item,),
            ),
            {},
            by="Anna Lund",
            at=self.now,
            why="Godkendt.",
        )

    def paper(self, title: str, words: str, *, public_title: str = "", closed: bool = False):
        """A paper of Karen's that Leif has approved and that waits for the committee's meeting."""
        models, cast = self.models, self.cast
        writing = import_module("raadslag.models.paper_writing")
        part = import_module("raadslag.record").Part
        paper = models.Paper.begin(
            models.PaperTemplate.objects.get(name=TEMPLATE),
            sender=cast.department,
            receiver=cast.committee,
            by=cast.karen,
            at=self.now,
            title=title,
            public_title=public_title,
            case_number=f"EMN-2026-00{models.Paper.objects.count() + 4100}",
            part=part.CLOSED if closed else part.OPEN,
            closed_ground=GROUND if closed else "",
        )
        sections = [
            writing.TypedSection(
                key=each.key, revision=each.revision, base=each.content, content=f"<p>{words}</p>"
            )
            for each in paper.sections.all()
        ]
        paper.write(by=cast.karen, at=self.now, sections=sections, why="Første udkast")
        return paper

    def template(self) -> None:
        template = self.models.PaperTemplate.objects.create(name=TEMPLATE)
        self.models.TemplateSection.objects.create(template=template, order=1, heading="Resumé")

    def attach(self, paper, title: str, words: str, *, closed: bool = False) -> None:
        data = pdf_files.plain(words)
        keep = import_module("raadslag.models.desk_files").desk_files().keep
        part = import_module("raadslag.record").Part
        self.models.Attachment.objects.add(
            paper,
            [self.models.Incoming(f"{title}.pdf", keep(data), len(data))],
            by=self.cast.karen,
            at=self.now,
            part=part.CLOSED if closed else part.OPEN,
            closed_ground="Priser givet i fortrolighed" if closed else "",
        )

    def send_in(self, paper) -> None:
        paper.submit(by=self.cast.karen, at=self.now)
        paper.approve(by=self.cast.leif, at=self.now)


def naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    scene = Scene()
    cast, models = scene.cast, scene.models
    scene.standing()
    scene.template()
    last = scene.meeting(cast.committee, -20)
    scene.published(last, "minutes", "Kajens belægning", "Udvalget så på kajen.")
    scene.published(scene.meeting(cast.other_committee, 20), "agenda", "Svømmehallen", "Om åbningstider.")
    meeting = scene.meeting(cast.committee, 12)
    scene.meeting(cast.committee, 40)
    council = scene.meeting(cast.council, -1, minutes=120)
    council.state = import_module("raadslag.rules.secrecy").MeetingState.SENT
    council.save()
    models.Item.objects.create(meeting=council, title=PLAN, order=1, number=1, text="Planen for fritiden.")
    water = scene.paper(WATER, WATER_WORDS)
    scene.attach(water, "Klager", COMPLAINT)
    scene.attach(water, "Målinger", MEASURED)
    scene.attach(water, "Tilbud", LAB, closed=True)
    purchase = scene.paper(PURCHASE, PURCHASE_WORDS, public_title=PURCHASE_PUBLIC, closed=True)
    crane = scene.paper(CRANE, CRANE_WORDS)
    water.shut_out(cast.stine, "Hun bor ved stranden.", by=cast.anna, at=scene.now)
    for paper in (water, purchase, crane):
        scene.send_in(paper)
    told = {"cookies": cookies(cast), "meeting": str(meeting.key), "council": str(council.key)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
