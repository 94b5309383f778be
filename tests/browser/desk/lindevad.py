"""`python -m tests.browser.desk.lindevad` puts the cast and a paper on the desk that the environment names.

It prints, as JSON, the cookies of those who are logged in, by name, the paper's key, the path by which Bo
declines mail, and the pages of an agenda that is out and of one that is read before it is sent.
"""

import json
import os
from importlib import import_module
from types import SimpleNamespace

import django
from django.utils import timezone

from raadslag.rules.mail_kinds import MailKind

# a session of Karen's that can be ended without ending the other
ELSEWHERE = "karen elsewhere"
WRITING = ("karen", "jens", "ada", "leif", "anna", "mette")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    client = import_module("django.test").Client
    enter = import_module("tests.desk.entering").enter
    out = import_module("tests.desk.agenda.out").Out()
    cast = out.cast
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
    put_up = models.Incoming("Støjmåling_2026.pdf", "0" * 64, 61_000, "application/pdf")
    models.Attachment.objects.add(paper, [put_up], by=cast.karen, at=timezone.now())
    post = import_module("tests.mail.post").Post(SimpleNamespace(cast=cast, now=timezone.now()))
    post.put()
    models.OutboxMail.objects.claim(post.at).was_refused("550 5.1.1 No such user")
    decline = import_module("raadslag.mail.unsubscribing").unsubscribe_path(cast.bo, MailKind.NEWS)
    cookies = {}
    for name in (*WRITING, ELSEWHERE):
        browser = client()
        enter(browser, cast.people[name.split()[0]])
        cookies[name] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    told = {"cookie": settings.SESSION_COOKIE_NAME, "cookies": cookies, "paper": str(paper.key)}
    print(
        json.dumps(
            {**told, "decline": decline, "agenda": {**out.addresses, **out.read_first(timezone.now())}}
        )
    )


if __name__ == "__main__":
    main()
