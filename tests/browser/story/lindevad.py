"""`python -m tests.browser.story.lindevad` makes the desk ready for the story: the cast, as of today, a topic
on the committee's annual wheel, its next meeting, templates, and the usual route of a committee's case.

It prints, as JSON, `cookies`: a session's for each of the cast, by name.
"""

import json
import os
from datetime import timedelta
from importlib import import_module

import django
from django.utils import timezone

TOPIC = "Badevandsprofiler"
ROUTE = "Udvalgssag med påtegning"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    models = import_module("raadslag.models")
    cast = import_module("tests.cast").make_cast()
    import_module("raadslag.models.shipped_templates").add_shipped_templates(at=timezone.now())
    today = timezone.localdate()
    models.Membership.objects.filter(person=cast.stine).update(
        starts_on=today - timedelta(1), ends_on=today + timedelta(60)
    )
    starts_at = timezone.now() + timedelta(days=40)
    models.Meeting.objects.create(
        body=cast.committee, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
    )
    models.Topic.objects.create(body=cast.committee, month=today.month, title=TOPIC, responsible=cast.karen)
    usual_route(models, cast)
    print(json.dumps({"cookies": cookies(cast)}))


def usual_route(models, cast) -> None:
    """The department writes, the mayor's department endorses, the committee decides."""
    template = models.RouteTemplate.objects.create(name=ROUTE)
    steps = [
        (None, models.Task.WRITES),
        (cast.mayors_department, models.Task.ENDORSES),
        (cast.committee, models.Task.DECIDES),
    ]
    for order, (body, task) in enumerate(steps, 1):
        models.RouteTemplateStep.objects.create(template=template, order=order, body=body, task=task)


def cookies(cast) -> dict[str, dict[str, str]]:
    """Everybody logged in, as if by password and code: what the checks of who sees what look with."""
    client = import_module("django.test").Client
    enter = import_module("tests.desk.entering").enter
    name_of_cookie = import_module("django.conf").settings.SESSION_COOKIE_NAME
    found = {}
    for name, person in cast.people.items():
        browser = client()
        enter(browser, person)
        found[name] = {name_of_cookie: browser.cookies[name_of_cookie].value}
    return found


if __name__ == "__main__":
    main()
