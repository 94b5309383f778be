"""A worker that sends, in a process of its own, in some cases killed on the way."""

import json
import os
import signal
import sys
from datetime import timedelta

from django.utils import timezone

import config.start  # noqa: F401 - Django is ready from here on
from raadslag.mail import sending
from raadslag.mail.sending import send_waiting
from raadslag.models import OutboxMail, Person


def put(number):
    person = Person.objects.create_user("karen@lindevad.example", name="Karen Friis")
    for each in range(int(number)):
        OutboxMail.objects.put(
            event=f"besked:{each}", person=person, at=timezone.now(), kind="news", subject=f"Nr. {each}",
            text="Hej", address=person.email,
        )  # fmt: skip


def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)


def send_and_die_before_the_last_line():
    """Just after the mark that it may have been sent."""
    handing_over = OutboxMail.handing_over
    OutboxMail.handing_over = lambda mail, at: handing_over(mail, at) and die()
    send_waiting(timezone.now)


def send_and_die_when_taken():
    """Just before it is written down that the server took it."""
    sending.settle = die
    send_waiting(timezone.now)


def send():
    print(json.dumps(send_waiting(timezone.now)))


def send_later():
    print(json.dumps(send_waiting(lambda: timezone.now() + timedelta(hours=1))))


def states():
    print(json.dumps([*OutboxMail.objects.order_by("id").values_list("state", flat=True)]))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
