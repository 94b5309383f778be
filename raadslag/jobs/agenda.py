"""An agenda is sent in the background: packed, published, and told of by mail."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import Error, close_old_connections, transaction
from django.utils import timezone
from django_q.models import OrmQ
from django_q.tasks import async_task

from raadslag.jobs.claims import claimed
from raadslag.mail.agenda import announce
from raadslag.mail.guests import invite_guests
from raadslag.models import AgendaVersion, Sending
from raadslag.publishing.agenda.sending import UNDER_WAY, CannotDeliver, deliver, settle, stop

LONGEST = 3600  # seconds
GAVE_UP = timedelta(hours=1)
TELL = "Sker det igen, så sig det til dem, der driver Rådslag."
STUCK = f"Udsendelsen er gået i stå og er stoppet. Prøv igen. {TELL}"
NO_ROOM = "Der er ikke plads på serverens disk. Prøv igen, når der er ryddet op."
WENT_WRONG = f"Noget gik galt. Prøv igen. {TELL}"

logger = logging.getLogger(__name__)


def send_soon(version: AgendaVersion) -> None:
    """Asks for the version to be sent. In the transaction that asked, it is asked for or not at all."""
    async_task(
        "raadslag.jobs.agenda.send_agenda",
        str(version.key),
        task_name=f"agenda-{version.key}",
        save=False,
        timeout=LONGEST,
    )


def send_agenda(key: str) -> None:
    """The job."""
    close_old_connections()
    carry_out(key)


def carry_out(key: str) -> None:
    """Sends the version. Asked for twice it is done once, and what a process died of is begun again: what is
    in the archive stays there, and the desk follows in one transaction with the mails."""
    with claimed(f"agenda-{key}") as ours:
        version = begun(key) if ours else None
        if version is None:
            return
        try:
            send(version)
        except CannotDeliver as reasons:
            stop(version, reasons.sentences, timezone.now())
        except Error:
            raise  # the database will be there again: the sweep finds it
        except OSError:
            logger.exception("Dagsorden %s", key)
            stop(version, (NO_ROOM,), timezone.now())
        except Exception:
            logger.exception("Dagsorden %s", key)
            stop(version, (WENT_WRONG,), timezone.now())


def begun(key: str) -> AgendaVersion | None:
    """The version, now being sent; None where there is nothing to do."""
    with transaction.atomic():
        rows = AgendaVersion.objects.select_for_update(of=("self",))
        version = rows.select_related("meeting__body", "asked_by").filter(key=key).first()
        if version is None or version.state not in UNDER_WAY:
            return None
        version.state = Sending.UNDER_WAY
        version.save(update_fields=["state"])
        return version


def send(version: AgendaVersion) -> None:
    """Makes and publishes, and then lets the desk follow. Raises what `deliver` raises."""
    delivered = deliver(version, timezone.now())
    at = timezone.now()
    with transaction.atomic():
        settle(version, delivered, at)
        announce(version.meeting, version.letter, by=version.asked_by, at=at)
        invite_guests(version.meeting, by=version.asked_by, at=at)


def sweep_agendas(at: datetime) -> None:
    """Asks again for what is to be sent and nobody is at, and stops what has been so for too long."""
    waiting = list(AgendaVersion.objects.filter(state__in=UNDER_WAY).select_related("asked_by", "meeting"))
    if not waiting:
        return
    asked = {str(argument) for job in OrmQ.objects.all() for argument in job.args() or ()}
    for version in waiting:
        with claimed(f"agenda-{version.key}") as free:
            if not free:
                continue
            version.refresh_from_db(fields=["state"])
            if version.state not in UNDER_WAY:
                continue
            if at - version.asked_at > GAVE_UP:
                stop(version, (STUCK,), at)
            elif str(version.key) not in asked:
                send_soon(version)
