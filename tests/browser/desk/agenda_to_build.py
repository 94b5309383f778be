"""`python -m tests.browser.desk.agenda_to_build` puts a meeting of two hours on the desk that the environment
names, with an agenda to build. It prints the meeting's key."""

import os
from datetime import timedelta
from importlib import import_module

import django
from django.utils import timezone

OPEN = (("Godkendelse af dagsorden", 5), ("Cykelstier", 45), ("Budget", 40))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    models = import_module("raadslag.models")
    add = import_module("raadslag.models.agenda.building").add
    at = timezone.now()
    anna = models.Person.objects.get(email="anna@lindevad.example")
    committee = models.Body.objects.get(name="Havne- og Klimaudvalget")
    day = (at + timedelta(days=40)).replace(hour=12, minute=0, second=0, microsecond=0)
    last = committee.meetings.order_by("starts_at").last()
    starts_at = max(day, last.starts_at + timedelta(days=1)) if last else day
    meeting = models.Meeting.objects.create(
        body=committee, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
    )
    for title, minutes in OPEN:
        add(meeting, title=title, minutes=minutes, by=anna, at=at)
    add(meeting, title="Køb af Kaj 4", part="closed", closed_ground="§ 10", minutes=20, by=anna, at=at)
    print(meeting.key)


if __name__ == "__main__":
    main()
