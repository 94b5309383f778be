"""The programs that conversion needs on the machine."""

import shutil
import subprocess
from functools import cache

from raadslag.conversion.refusal import TryAgain

PROGRAMS = {
    "bwrap": "bubblewrap",
    "prlimit": "util-linux",
    "soffice": "libreoffice-writer libreoffice-calc libreoffice-impress",
    "tesseract": "tesseract-ocr tesseract-ocr-dan",
}
LANGUAGES = ("dan", "eng")


class MissingPrograms(TryAgain):
    """This machine cannot convert. The message is one Danish line that says what it lacks."""


@cache
def require_programs() -> None:
    """Raise MissingPrograms where a program, tesseract's Danish or the right to a sandbox is missing.

    What was there once is not looked for again; what was missing is.
    """
    why = _lack()
    if why:
        raise MissingPrograms(why)


def _lack() -> str:
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if missing:
        return f"Bilag kan ikke omdannes på denne maskine; den mangler Debian-pakkerne {' '.join(missing)}."
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout
    if not set(LANGUAGES) <= set(listed.split()):
        return "Bilag kan ikke omdannes på denne maskine; den mangler Debian-pakken tesseract-ocr-dan."
    walls = ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true"]
    tried = subprocess.run(walls, capture_output=True, text=True, check=False)
    if tried.returncode:
        return (
            "Bilag kan ikke omdannes på denne maskine, for bubblewrap må ikke lave afgrænsede rum her "
            f"({tried.stderr.strip()}); tillad navnerum (user namespaces) for den bruger, der kører Rådslag."
        )
    return ""
