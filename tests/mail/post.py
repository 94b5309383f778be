"""Lindevad's mail, as its tests handle it."""

from datetime import timedelta

from raadslag.mail.letter import Letter, Line
from raadslag.mail.posting import put
from raadslag.mail.sending import send_waiting
from raadslag.models import OutboxMail
from raadslag.rules.mail_kinds import MailKind


class Post:
    """The clock stands still until a test moves it."""

    def __init__(self, lindevad):
        self.lindevad, self.cast = lindevad, lindevad.cast
        self.at = lindevad.now

    def clock(self):
        return self.at

    def later(self, **much):
        self.at += timedelta(**much)

    def put(self, event="besked:1", to=None, kind=MailKind.NEWS, reply_to=None):
        letter = Letter("Der er nyt", "Hej", ("Noget er sket.",), button=Line("Se det", "/skrivebord/"))
        return put(
            lambda: letter,
            kind=kind,
            to=to or self.cast.karen,
            event=event,
            at=self.at,
            reply_to=reply_to or self.cast.anna,
        )

    def send(self):
        return send_waiting(self.clock)

    def states(self):
        return [*OutboxMail.objects.order_by("id").values_list("state", flat=True)]
