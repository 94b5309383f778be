"""Redacting a file of the desk's: pages as pictures, a trial, and the proof that what went is gone.

PDF is drawn and worked on in a child process: it comes from anywhere, and its library has room for one
thing at a time.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from raadslag.desk.agenda.marking import Marking
from raadslag.models import AttachmentFile
from raadslag.models.desk_files import desk_files
from raadslag.models.refusal import Refused
from raadslag.publishing.contents import pieces_of
from raadslag.publishing.phrases import plain
from raadslag.reading import Limits, UnreadableDocument
from raadslag.reading.limits import within
from raadslag.writing.redaction import CannotRedact, Sheet, redact
from raadslag.writing.redaction.sheets import png, sheets, texts

SALT = "raadslag.desk.redaction"
NO_NOISE = 5  # letters: shorter words turn up by chance in bytes that are no text
LASTS = 3600  # seconds that a trial can be looked at and taken


@dataclass(frozen=True)
class Trial:
    """A redacted copy that nobody has taken yet: `removed` are the words that went, `pages` those touched, of
    which `pictures` became pictures of themselves. `token` stands for it in addresses."""

    sha256: str
    removed: tuple[str, ...]
    pages: tuple[int, ...]
    pictures: tuple[int, ...]
    token: str


def pages_of(file: AttachmentFile) -> list[Sheet]:
    """The pages of the safe copy. Raises Refused."""
    data = bytes_of(file.pdf_sha256)
    return [Sheet(*row) for row in shut_in(lambda: [row_of(each) for each in sheets(data)])]


def row_of(sheet: Sheet) -> list[Any]:
    return [sheet.number, sheet.left, sheet.bottom, sheet.right, sheet.top, sheet.turned]


def picture(sha256: str, number: int) -> bytes | None:
    """The page of the file as a PNG; None where there is no such page. Raises Refused."""
    data = bytes_of(sha256)

    def drawn() -> str | None:
        try:
            return b64encode(png(data, number)).decode()
        except IndexError:
            return None

    encoded = shut_in(drawn)
    return b64decode(encoded) if encoded else None


def tried(file: AttachmentFile, marking: Marking) -> Trial:
    """A copy without what is marked. Raises Refused: it cannot be taken out, or is not there."""
    data = bytes_of(file.pdf_sha256)

    def made() -> dict[str, Any]:
        pages = {each.number: each for each in sheets(data)}
        areas = [pages[number].area(box) for number, box in marking.boxes]
        try:
            done = redact(data, marking.words, areas)
        except CannotRedact as refusal:
            return {"refused": str(refusal)}
        return {
            "data": b64encode(done.data).decode(),
            "removed": done.removed,
            "pages": done.pages,
            "pictures": done.pictures,
        }

    answer = shut_in(made)
    if "refused" in answer:
        raise Refused(answer["refused"])
    sha256 = desk_files().keep(b64decode(answer["data"]))
    return Trial(
        sha256,
        tuple(answer["removed"]),
        tuple(answer["pages"]),
        tuple(answer["pictures"]),
        signing.dumps({"file": str(file.key), "sha256": sha256}, salt=SALT, compress=True),
    )


def trial_of(file: AttachmentFile, token: str) -> str:
    """The SHA-256 of the trial copy of that file that the token stands for. Raises Refused."""
    try:
        given = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        given = {}
    if given.get("file") != str(file.key):
        raise Refused(_("Prøven er for gammel. Lav en ny."))
    return str(given["sha256"])


def proven(sha256: str, words: Iterable[str]) -> list[str]:
    """What can be read on each page of the finished file, after every place in it was looked through for the
    words. Raises Refused where one is there still."""
    data, gone = bytes_of(sha256), [plain(word).casefold() for word in words]

    def looked() -> list[str] | None:
        for piece in pieces_of("", data, frozenset()):
            said = " ".join(plain(piece.text).casefold().split())
            if any(word in said for word in gone if not piece.binary or len(word) >= NO_NOISE):
                return None
        return texts(data)

    said: list[str] | None = shut_in(looked)
    if said is None:
        raise Refused(
            _("Ordene kan stadig findes i filen, så den bliver ikke taget i brug. Marker stedet på siden.")
        )
    return said


def bytes_of(sha256: str) -> bytes:
    """The file's bytes. Raises Refused."""
    try:
        return desk_files().path(sha256).read_bytes()
    except FileNotFoundError:
        raise Refused(_("Filen findes ikke længere på serveren. Læg den op igen.")) from None


def shut_in(work: Any) -> Any:
    """What the work gives, from a child process held to limits. Raises Refused."""
    try:
        return within(Limits.from_environment(), work)
    except UnreadableDocument as refusal:
        raise Refused(str(refusal)) from refusal
