"""What was forgotten is found again: jobs that nobody has, and what dead workers left behind."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django_q.models import OrmQ

from raadslag.jobs.agenda import sweep_agendas
from raadslag.jobs.claims import claimed
from raadslag.jobs.conversion import GAVE_UP, MOST_TRIES, convert_soon
from raadslag.models import AttachmentFile, FileState
from raadslag.models.desk_files import desk_files

LONGEST_UPLOAD = timedelta(days=1)


def sweep(at: datetime) -> None:
    """Goes through all that is under way; done again, it does nothing more."""
    for file in orphans():
        if file.tries >= MOST_TRIES:
            file.fail(GAVE_UP, at)
        else:
            file.wait_again(tries=file.tries)
            convert_soon(file)
    ask_for_forgotten()
    sweep_agendas(at)
    desk_files().drop_left_behind((at - LONGEST_UPLOAD).timestamp())


def give_back() -> None:
    """What was in the middle of its conversion when the workers were stopped waits again; that was no try."""
    for file in orphans():
        file.wait_again(tries=file.tries - 1)
        convert_soon(file)


def orphans() -> Iterator[AttachmentFile]:
    """The files that are said to be converted and that no process is at, each locked while it is had."""
    converting = AttachmentFile.objects.filter(state=FileState.CONVERTING).values_list("key", flat=True)
    for key in list(converting):
        with claimed(str(key)) as free:
            if not free:
                continue
            with transaction.atomic():
                rows = AttachmentFile.objects.select_for_update().filter(key=key, state=FileState.CONVERTING)
                yield from rows


def ask_for_forgotten() -> None:
    """Asks for the conversion of what waits and is not in the queue."""
    with transaction.atomic():
        waiting = list(AttachmentFile.objects.select_for_update().filter(state=FileState.WAITING))
        if not waiting:
            return
        asked = {str(argument) for job in OrmQ.objects.all() for argument in job.args() or ()}
        for file in waiting:
            if str(file.key) not in asked:
                convert_soon(file)


def release_queue(at: datetime) -> None:
    """Jobs that a worker had taken and did not finish are free again: for a worker that is alone."""
    OrmQ.objects.filter(lock__gt=at).update(lock=at)
