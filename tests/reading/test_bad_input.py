"""Whatever cannot be read is refused in one Danish sentence, within the limits and without a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from raadslag.reading import Limits, UnreadableDocument, read
from raadslag.reading.limits import within
from raadslag.reading.unreadable import ReaderFault
from tests.reading.bad_papers import BAD
from tests.reading.papers import minutes_pdf, saved


def raadslag_read(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it."""
    command = [Path(sys.executable).with_name("raadslag"), "read", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | settings, timeout=90
    )


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_in_one_sentence(tmp_path: Path, name: str):
    make, words = BAD[name]
    with pytest.raises(UnreadableDocument, match=words) as refusal:
        read(saved(tmp_path, name, make()), Limits(seconds=30))
    sentence = str(refusal.value)
    assert not isinstance(refusal.value.__cause__, ReaderFault)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "name", ["tom.pdf", "kodeord.pdf", "bombe-forms.pdf", "bombe.docx", "lang-linje.txt"]
)
def test_the_command_says_the_sentence_and_ends_with_two(tmp_path: Path, name: str):
    make, words = BAD[name]
    path = saved(tmp_path, name, make())
    run = raadslag_read(path)
    with pytest.raises(UnreadableDocument, match=words) as refusal:
        read(path)
    assert (run.returncode, run.stdout, run.stderr) == (2, "", f"{refusal.value}\n")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path):
    missing = raadslag_read(tmp_path / "findes-ikke.pdf")
    folder = raadslag_read(tmp_path)
    assert (missing.returncode, missing.stderr) == (2, f"Filen {tmp_path}/findes-ikke.pdf findes ikke.\n")
    assert (folder.returncode, folder.stderr) == (2, f"{tmp_path} er en mappe; vælg en fil.\n")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path):
    path = saved(tmp_path, "lukket.pdf", minutes_pdf())
    path.chmod(0)

    def read_as_nobody():
        if os.geteuid() == 0:
            os.setuid(65534)
        read(path)

    with pytest.raises(UnreadableDocument, match="må ikke læses"):
        within(Limits(), read_as_nobody)


def test_a_file_with_an_impossible_name_is_told():
    with pytest.raises(UnreadableDocument, match=r"kan ikke åbnes|findes ikke"):
        read(Path("navn\0.pdf"))
    with pytest.raises(UnreadableDocument):
        read(Path("n" * 5000))


def test_the_limits_of_the_environment_hold_for_the_command(tmp_path: Path):
    path = saved(tmp_path, "referat.pdf", minutes_pdf())
    assert raadslag_read(path, RAADSLAG_READ_MEGABYTES="512").returncode == 0
    wrong = raadslag_read(path, RAADSLAG_READ_SECONDS="længe")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "Indstillingen RAADSLAG_READ_SECONDS skal være et helt tal over 0, ikke 'længe'.\n",
    )


def test_a_name_that_is_no_text_does_no_harm(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/referat-\xe5ben.pdf"))
    path.write_bytes(minutes_pdf())
    assert raadslag_read(path, "--json").returncode == 0
