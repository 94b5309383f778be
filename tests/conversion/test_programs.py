"""A machine that cannot convert says in one line what it lacks, and never works without walls."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from raadslag.conversion import require_programs

PROJECT = Path(__file__).parents[2]
PROGRAM = (
    "from raadslag.conversion import MissingPrograms, convert\n"
    "try: convert(b'hej', 'x.txt')\nexcept MissingPrograms as lack: print(lack)\nelse: print('omdannet')"
)


def told_with(path: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=PROJECT,
        env={**os.environ, "PATH": str(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def in_folder(folder: Path, **programs: str) -> Path:
    for name, words in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{words}\n")
        (folder / name).chmod(0o755)
    return folder


def test_this_machine_can_convert() -> None:
    require_programs()


def test_programs_that_are_missing_are_named_by_their_packages(tmp_path: Path) -> None:
    told = told_with(in_folder(tmp_path, prlimit="exit 0", soffice="exit 0"))
    assert told.endswith("den mangler Debian-pakkerne bubblewrap tesseract-ocr tesseract-ocr-dan.")


def test_danish_that_is_missing_is_named(tmp_path: Path) -> None:
    told = told_with(in_folder(tmp_path, prlimit="", soffice="", bwrap="", tesseract="echo eng"))
    assert told.endswith("den mangler Debian-pakken tesseract-ocr-dan.")


def test_a_machine_without_namespaces_says_so_and_converts_nothing(tmp_path: Path) -> None:
    bwrap = "echo 'bwrap: No permissions to create new namespace' >&2; exit 1"
    told = told_with(in_folder(tmp_path, prlimit="", soffice="", bwrap=bwrap, tesseract="echo dan; echo eng"))
    assert "No permissions to create new namespace" in told
    assert "\n" not in told


@pytest.mark.parametrize("program", ["bwrap", "prlimit", "soffice", "tesseract"])
def test_each_program_is_asked_for(program: str, tmp_path: Path) -> None:
    others = {"bwrap", "prlimit", "soffice", "tesseract"} - {program}
    told = told_with(in_folder(tmp_path, **dict.fromkeys(others, "exit 0")))
    assert told.startswith("Bilag kan ikke omdannes på denne maskine")
