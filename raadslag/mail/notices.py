"""What the start page tells a person, by mail too: that there is something, and where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.mail.letter import Letter, Line
from raadslag.mail.posting import hello, put
from raadslag.models import Notice
from raadslag.rules.mail_kinds import MailKind

# what is older when mail begins to work is no news
STILL_NEWS = timedelta(days=2)

# What each kind says: its subject, and its sentence. None of them says what a case is about.
SAYS: Mapping[MailKind, tuple[Promise, Promise]] = {
    MailKind.APPROVAL: (
        gettext_lazy("En indstilling venter på dig"),
        gettext_lazy("Der er en indstilling, som du skal godkende, give påtegning eller sende tilbage."),
    ),
    MailKind.HEARING: (
        gettext_lazy("Du er bedt om at svare på en høring"),
        gettext_lazy("Der er en indstilling, som du er bedt om at udtale dig om."),
    ),
    MailKind.RETURNED: (
        gettext_lazy("En indstilling er sendt tilbage til dig"),
        gettext_lazy("En af dine indstillinger er sendt tilbage med en bemærkning."),
    ),
    MailKind.DECISION: (
        gettext_lazy("Der er truffet en beslutning i en af dine sager"),
        gettext_lazy("En af dine sager er behandlet på et møde."),
    ),
    MailKind.AGENDA: (
        gettext_lazy("Der er nyt om en dagsorden"),
        gettext_lazy("Der er nyt om en dagsorden, som du har del i."),
    ),
    MailKind.NEWS: (
        gettext_lazy("Der er nyt til dig på skrivebordet"),
        gettext_lazy("Der er sket noget i en af dine sager."),
    ),
}


def pass_on(at: datetime) -> int:
    """Puts the notices that nobody has read or mailed yet in the outbox, and gives how many that made."""
    made = 0
    for pk in Notice.objects.filter(passed_on_at=None).order_by("id").values_list("pk", flat=True):
        with transaction.atomic():
            notice = Notice.objects.select_for_update().get(pk=pk)
            if notice.passed_on_at is None:
                made += notice.read_at is None and at - notice.at < STILL_NEWS and mailed(notice, at)
                notice.passed_on_at = at
                notice.save(update_fields=["passed_on_at"])
    return made


def mailed(notice: Notice, at: datetime) -> bool:
    """Whether a mail was made of it."""
    kind = MailKind(notice.kind)
    subject, sentence = SAYS.get(kind, SAYS[MailKind.NEWS])

    def letter() -> Letter:
        by = notice.by
        asked = (
            [_("Spørg %(name)s, hvis du er i tvivl: svar blot på mailen.") % {"name": by.name}] if by else []
        )
        return Letter(
            subject=str(subject),
            greeting=hello(notice.person),
            paragraphs=(str(sentence), *asked),
            button=Line(_("Se det på skrivebordet"), notice.path or "/skrivebord/"),
        )

    mail = put(letter, kind=kind, to=notice.person, event=f"notice:{notice.pk}", at=at, reply_to=notice.by)
    return mail is not None
