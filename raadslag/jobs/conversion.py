"""An attachment's file becomes a safe PDF, however often its worker is killed on the way."""

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from django.db import close_old_connections, transaction
from django.utils import timezone
from django_q.tasks import async_task

from raadslag.conversion import Converted, TryAgain, Unconvertible, convert
from raadslag.jobs.claims import claimed, working_folder
from raadslag.models import AttachmentFile
from raadslag.models.attachment_file import Outcome
from raadslag.models.desk_files import desk_files
from raadslag.rules.file_names import safe_name

MOST_TRIES = 3
LONGEST = 7200  # seconds: 300 scanned pages take long
GAVE_UP = (
    "Omdannelsen er gået i stå tre gange. Gem filen som PDF, og læg den op i stedet, eller udelad bilaget."
)
NO_ROOM = "Der er ikke plads på serverens disk. Prøv igen, når der er ryddet op."
GONE = "Filen findes ikke længere på serveren. Læg den op igen."

logger = logging.getLogger(__name__)


class Ending(Protocol):
    """What a try comes to, for the file's row."""

    def __call__(self, row: AttachmentFile, /, *, at: datetime) -> None: ...


def convert_soon(file: AttachmentFile) -> None:
    """Asks for the file's conversion. In the transaction that made it wait, it is asked for or not at all."""
    async_task(
        "raadslag.jobs.conversion.convert_file",
        str(file.key),
        task_name=f"convert-{file.key}",
        save=False,
        timeout=LONGEST,
    )


def convert_file(key: str) -> None:
    """The job. Asked for twice it is done once: what is ready stays as it is, what another process is at is
    left to it, and what a process died of is begun again."""
    close_old_connections()
    with claimed(key) as ours:
        if not ours:
            return
        file = begun(key, timezone.now())
        if file is None:
            return
        end(file, attempt(file))


def attempt(file: AttachmentFile) -> Ending:
    """Tries, and gives what is to be written down of it."""
    try:
        return partial(AttachmentFile.finish, outcome=outcome_of(file))
    except Unconvertible as refusal:
        log_fault(file, refusal)
        return partial(AttachmentFile.fail, fault=str(refusal))
    except TryAgain as cut_off:
        log_fault(file, cut_off)
        return partial(try_again, fault=str(cut_off))
    except FileNotFoundError:
        return partial(AttachmentFile.fail, fault=GONE)
    except OSError as full:
        log_fault(file, full)
        return partial(try_again, fault=NO_ROOM)


def begun(key: str, at: datetime) -> AttachmentFile | None:
    """The file, now being converted; None where there is nothing to do."""
    with transaction.atomic():
        file = AttachmentFile.objects.select_for_update().filter(key=key).first()
        if file is None or not file.is_under_way:
            return None
        if file.tries >= MOST_TRIES:
            file.fail(GAVE_UP, at)
            return None
        file.start(at)
        return file


def outcome_of(file: AttachmentFile) -> Outcome:
    """Converts it. Raises Unconvertible, TryAgain and OSError."""
    store = desk_files()
    folder = working_folder() / str(file.key)
    shutil.rmtree(folder, ignore_errors=True)  # what one that died left behind
    folder.mkdir()
    try:
        converted = convert(store.path(file.sha256).read_bytes(), file.name, folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Outcome(
        pdf_sha256=store.keep(converted.pdf),
        pages=converted.pages,
        text=converted.text.replace("\0", ""),  # PostgreSQL has no room for it
        media_type=converted.kind.media_type,
        is_recognised=converted.recognised,
        findings=tuple(finding.to_data() for finding in converted.findings),
        parts=tuple(parts_of(converted)),
    )


def parts_of(converted: Converted) -> Iterator[dict[str, Any]]:
    """An e-mail's files, kept in the desk's files where each can become an attachment of its own."""
    for part in converted.parts:
        yield {
            "name": safe_name(part.name),
            "sha256": desk_files().keep(part.data) if part.kind else "",
            "size": len(part.data),
            "media_type": part.kind.media_type if part.kind else "",
            "why": part.why,
        }


def end(file: AttachmentFile, ending: Ending) -> None:
    """Writes down how the try ended."""
    close_old_connections()  # the database may have been restarted meanwhile
    with transaction.atomic():
        ending(AttachmentFile.objects.select_for_update().get(pk=file.pk), at=timezone.now())


def try_again(file: AttachmentFile, fault: str, at: datetime) -> None:
    """Once more, at the end of the queue; or no more, where it was tried often enough."""
    if file.tries >= MOST_TRIES:
        file.fail(fault, at)
    else:
        file.wait_again(tries=file.tries)
        convert_soon(file)


def log_fault(file: AttachmentFile, fault: BaseException) -> None:
    """For those who run the site; the file's name may be secret, its key is not."""
    cause = fault if isinstance(fault, OSError) else fault.__cause__
    if cause is not None:
        logger.warning("Bilagsfil %s: %s\n%s", file.key, fault, cause)
