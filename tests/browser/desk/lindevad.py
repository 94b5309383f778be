"""`python -m tests.browser.desk.lindevad` puts the cast and a paper on the desk that the environment names.

It prints, as JSON, the cookies of those who are logged in, by name, and the paper's key.
"""

import json
import os
from importlib import import_module

import django
from django.utils import timezone

# a session of Karen's that can be ended without ending the other
ELSEWHERE = "karen elsewhere"
WRITING = ("karen", "jens", "ada", "leif")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    client = import_module("django.test").Client
    enter = import_module("tests.desk.entering").enter
    cast = import_module("tests.cast").make_cast()
    settings = import_module("django.conf").settings
    shipped = import_module("raadslag.models.shipped_templates")
    models = import_module("raadslag.models")
    shipped.add_shipped_templates(at=timezone.now())
    paper = models.Paper.begin(
        models.PaperTemplate.objects.get(name="Indstilling i seks afsnit"),
        sender=cast.department,
        receiver=cast.committee,
        by=cast.karen,
        at=timezone.now(),
        title="Bænke langs åen",
    )
    cookies = {}
    for name in (*WRITING, ELSEWHERE):
        browser = client()
        enter(browser, cast.people[name.split()[0]])
        cookies[name] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    print(json.dumps({"cookie": settings.SESSION_COOKIE_NAME, "cookies": cookies, "paper": str(paper.key)}))


if __name__ == "__main__":
    main()
