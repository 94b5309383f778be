"""Files that come in by HTTP: written straight into the desk's files, bit by bit, whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _

from raadslag.conversion import Unconvertible, kind_of
from raadslag.files import NewFile
from raadslag.models import Incoming
from raadslag.models.desk_files import desk_files
from raadslag.rules.file_names import safe_name

# the last field of every form with files: where it is missing, the transfer was cut off
LAST_FIELD = "alt-er-med"


@dataclass(slots=True)
class Arriving:
    """A file that is on its way; `fault` is a Danish sentence that says why it is not taken."""

    name: str
    new: NewFile | None = None
    size: int = 0
    fault: str = ""

    def refuse(self, fault: str) -> None:
        self.fault = fault
        if self.new is not None:
            self.new.drop()


@dataclass(frozen=True, slots=True)
class Received:
    """What came of one transfer: the files that are whole and of a kind that can be shown, and the others,
    each with its name and why."""

    files: tuple[Incoming, ...]
    refused: tuple[tuple[str, str], ...]


class Receiver(FileUploadHandler):
    """Takes every file of one request."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.arrived: list[Arriving] = []

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        arriving = Arriving(safe_name(self.file_name or ""))
        self.arrived.append(arriving)
        try:
            arriving.new = desk_files().begin()
        except OSError:
            arriving.refuse(no_room())

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        arriving = self.arrived[-1]
        arriving.size += len(raw_data)
        if arriving.fault or arriving.new is None:
            return
        if arriving.size > settings.UPLOAD_MEGABYTES * 1_000_000:
            arriving.refuse(too_large())
            return
        try:
            arriving.new.write(raw_data)
        except OSError:
            arriving.refuse(no_room())

    def file_complete(self, file_size: int) -> None:
        """The file is taken by `received`, and is no file of the form's."""

    def upload_interrupted(self) -> None:
        self.drop()

    def drop(self) -> None:
        """Leaves nothing of any of them."""
        for arriving in self.arrived:
            if arriving.new is not None:
                arriving.new.drop()


def received(request: HttpRequest) -> Received:
    """Reads the request's files, which is where its form is held to be ours: PermissionDenied. So the view is
    exempt from that check before, which would read the body.

    A transfer that was cut off gives no files at all.
    """
    receiver = Receiver(request)
    request.upload_handlers = [receiver]
    try:
        denied = CsrfViewMiddleware(lambda _request: None).process_view(request, received, (), {})
        whole = LAST_FIELD in request.POST
    except (UnreadablePostError, MultiPartParserError, RequestDataTooBig):
        denied, whole = None, False
    except TooManyFilesSent:
        receiver.drop()
        return Received((), (("", _("Der er for mange filer på én gang. Læg højst 100 op ad gangen.")),))
    except BaseException:
        receiver.drop()
        raise
    if not whole:
        receiver.drop()
        return Received((), (("", _("Overførslen blev afbrudt, og intet er gemt. Prøv igen.")),))
    if denied is not None:
        receiver.drop()
        raise PermissionDenied
    taken = [(arriving, took(arriving)) for arriving in receiver.arrived]
    return Received(
        tuple(file for _arriving, file in taken if file is not None),
        tuple((arriving.name, arriving.fault) for arriving, file in taken if file is None),
    )


def took(arriving: Arriving) -> Incoming | None:
    """The file, kept, where it is one that can be shown; else its `fault` says why not."""
    if arriving.fault or arriving.new is None:
        return None
    try:
        kind = kind_of(arriving.new.written().read_bytes())
        return Incoming(arriving.name, arriving.new.keep(), arriving.size, kind.media_type)
    except Unconvertible as refusal:
        arriving.refuse(str(refusal))
    except OSError:
        arriving.refuse(no_room())
    finally:
        with suppress(OSError):
            arriving.new.drop()
    return None


def no_room() -> str:
    return _("Der er ikke plads på serverens disk. Prøv igen senere, og sig det til dem, der driver Rådslag.")


def too_large() -> str:
    return _("Filen er større end %(n)d MB. Gør den mindre, eller del den i flere.") % {
        "n": settings.UPLOAD_MEGABYTES
    }
