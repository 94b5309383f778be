"""LibreOffice, once for each file, shut in, and with nothing in the file allowed to act."""

import json
import re
import shutil
from functools import cache
from pathlib import Path

from raadslag.conversion.kind import Kind
from raadslag.conversion.limits import Limits
from raadslag.conversion.refusal import ConverterFault, Unconvertible
from raadslag.conversion.sandbox import JOB, Sandbox

# where Debian has it; elsewhere `soffice` leads there
USUAL_FOLDER = "/usr/lib/libreoffice/program/soffice"
FOLDER = Path(shutil.which("soffice") or USUAL_FOLDER).resolve().parent
PROFILE = Path(__file__).with_name("profile.xcu")
# a profile that names the build it was made by is used as it is, and any other gone over first
BUILD = re.compile(r"^buildid=(.+)$", re.MULTILINE | re.IGNORECASE)
GONE_OVER = 81  # how LibreOffice ends when it has, and wants to be started again
CANNOT_OPEN = (
    "Filen kan ikke åbnes: den er beskadiget eller låst; gem den som PDF, og læg PDF-filen op i stedet."
)
NOT_OPENED = "source file could not be loaded"

# the old formats -> the one in which LibreOffice keeps all that it read of them
KEPT_AS = {Kind.DOC: Kind.ODT, Kind.RTF: Kind.ODT, Kind.XLS: Kind.ODS, Kind.PPT: Kind.ODP}
FILTERS = {
    **dict.fromkeys((Kind.DOCX, Kind.ODT), "writer_pdf_Export"),
    **dict.fromkeys((Kind.XLSX, Kind.ODS), "calc_pdf_Export"),
    **dict.fromkeys((Kind.PPTX, Kind.ODP), "impress_pdf_Export"),
}
OPTIONS = {
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "ExportFormFields": False,
    "ExportNotes": False,
    "ExportNotesInMargin": False,
    "ExportNotesPages": False,
    "ExportHiddenSlides": False,
    "ReduceImageResolution": True,
    "MaxImageResolution": 300,
    "Quality": 88,
}


def as_pdf(data: bytes, kind: Kind, limits: Limits, folder: Path | None) -> bytes:
    """The PDF that LibreOffice makes of a file. Raises Unconvertible and TryAgain."""
    options = {
        name: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
        for name, value in OPTIONS.items()
    }
    return _made(data, kind, "pdf", f"pdf:{FILTERS[kind]}:{json.dumps(options)}", limits, folder)


def kept(data: bytes, kind: Kind, limits: Limits, folder: Path | None) -> tuple[bytes, Kind]:
    """A file of an old format in the one of today that keeps all of it. Raises Unconvertible and TryAgain."""
    today = KEPT_AS[kind]
    return _made(data, kind, today.value, today.value, limits, folder), today


def _made(data: bytes, kind: Kind, ending: str, target: str, limits: Limits, folder: Path | None) -> bytes:
    command = [
        *(
            str(FOLDER / "soffice.bin"),
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
        ),
        *(f"-env:UserInstallation=file://{JOB}/profile", "--convert-to", target),
        *("--outdir", f"{JOB}/out", f"{JOB}/in{kind.ending}"),
    ]
    with Sandbox(limits, folder) as sandbox:
        sandbox.put(f"in{kind.ending}", data)
        sandbox.put("profile/user/registrymodifications.xcu", PROFILE.read_bytes())
        sandbox.put("profile/user/extensions/buildid", _build())
        ended = sandbox.run(command, seconds=limits.seconds)
        if ended.code == GONE_OVER:
            ended = sandbox.run(command, seconds=limits.seconds)
        made = sandbox.take(f"out/in.{ending}")
    if made:
        return made
    if NOT_OPENED in ended.complaints:
        raise Unconvertible(CANNOT_OPEN)
    raise ended.failure() from ConverterFault(ended.complaints)


@cache
def _build() -> bytes:
    """The build of the LibreOffice on this machine."""
    found = BUILD.search((FOLDER / "versionrc").read_text("ascii", "replace"))
    return found[1].encode() if found else b""
