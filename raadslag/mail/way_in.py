"""That somebody else has changed how a person comes in: told to the person, who may not have asked for it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from raadslag.mail.letter import Letter
from raadslag.mail.posting import hello, put
from raadslag.models import Event, OutboxMail, Person
from raadslag.rules.mail_kinds import MailKind


def tell_of_link(event: Event, to: Person, *, by: Person, at: datetime) -> OutboxMail | None:
    """A link to choose the person's password was drawn. The link is not in it."""

    def letter() -> Letter:
        names = {"name": by.name, "hours": settings.PASSWORD_LINK_HOURS}
        return Letter(
            subject=_("Der er lavet et link til at vælge din adgangskode"),
            greeting=hello(to),
            paragraphs=(
                _(
                    "%(name)s har lavet et link, som din adgangskode kan vælges med."
                    " Det virker én gang, inden for %(hours)s timer."
                )
                % names,
                unasked(),
            ),
        )

    return put(letter, kind=MailKind.ACCOUNT, to=to, event=f"way_in:{event.place}", at=at, reply_to=by)


def tell_of_second_factor(event: Event, to: Person, *, by: Person, at: datetime) -> OutboxMail | None:
    """The person's app for codes was forgotten."""

    def letter() -> Letter:
        return Letter(
            subject=_("Dit totrinslogin er nulstillet"),
            greeting=hello(to),
            paragraphs=(
                _(
                    "%(name)s har nulstillet dit totrinslogin."
                    " Du er logget ud, og næste gang du logger ind, skal du knytte en app igen."
                )
                % {"name": by.name},
                unasked(),
            ),
        )

    return put(letter, kind=MailKind.ACCOUNT, to=to, event=f"way_in:{event.place}", at=at, reply_to=by)


def unasked() -> str:
    return _("Har du ikke bedt om det, så ring til din leder eller it-afdelingen med det samme.")
