"""One person in a process of their own, who does one thing when told to: python -m tests.models.at_once.

make COUNT                  COUNT papers that wait for approval; prints their numbers
approve NAME PAPER SEEN     prints "ready", waits for a line, approves, prints what came of it
place NAME PAPER MEETING    the same, on a meeting's agenda
"""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()

from django.utils import timezone  # noqa: E402

from raadslag.models import Meeting, Paper, Person  # noqa: E402
from raadslag.models.refusal import Refused  # noqa: E402
from tests.models.flow import Flow  # noqa: E402


def make(count):
    flow = Flow()
    flow.now = timezone.now()
    meeting = flow.meeting_of(flow.cast.magistrate)
    print(meeting.pk, *[flow.submitted().pk for _each in range(int(count))])


def endorse(*papers):
    leif, mette = (Person.objects.get(email=f"{name}@lindevad.example") for name in ("leif", "mette"))
    for pk in papers:
        paper = Paper.objects.get(pk=pk)
        paper.approve(by=leif, at=timezone.now())
        paper.endorse(text="Ingen bemærkninger.", by=mette, at=timezone.now())


def when_told(name, pk, act):
    person = Person.objects.get(email=f"{name}@lindevad.example")
    paper = Paper.objects.get(pk=pk)
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        act(paper, person)
    except Refused as refusal:
        print(type(refusal).__name__)
    else:
        print("done")


def approve(name, pk, seen):
    when_told(name, pk, lambda paper, by: paper.approve(by=by, at=timezone.now(), seen=int(seen)))


def place(name, pk, meeting):
    on = Meeting.objects.get(pk=meeting)
    when_told(name, pk, lambda paper, by: paper.place(on, by=by, at=timezone.now()))


if __name__ == "__main__":
    {"make": make, "endorse": endorse, "approve": approve, "place": place}[sys.argv[1]](*sys.argv[2:])
