"""What the project's files must be, whoever wrote them."""

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LONGEST = 300

# where one machine's files lie, and where packages are fetched from: neither belongs in the project
OF_A_MACHINE = re.compile(r"/(?:work|root|home/\w+|Users/\w+|opt/\w+)/\w")
OF_A_REGISTRY = re.compile(
    r"registry\.npmjs|//pypi\.[a-z.]+(?!/project/)/|pythonhosted\.org|index-url|find-links|extra-index|\"resolved\":"
)
# names what it forbids
EXCEPTIONS = {"tests/habits/test_files.py", "bin/lock"}


def tracked() -> list[Path]:
    """The files that git keeps and that are there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True)
    names = filter(None, listed.stdout.decode().split("\0"))
    return [PROJECT / name for name in names if name not in EXCEPTIONS and (PROJECT / name).is_file()]


def lines_that_match(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [
            f"{path.relative_to(PROJECT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(text.splitlines(), 1)
            if pattern.search(line)
        ]
    return found


def test_no_file_of_the_code_is_longer_than_can_be_read_in_one_go() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in (PROJECT / "raadslag").rglob("*.py")
        if path.parent.name != "migrations"  # Django writes them
    }
    assert {str(path): length for path, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("pattern", [OF_A_MACHINE, OF_A_REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_place_that_only_one_machine_has(pattern: re.Pattern[str]) -> None:
    assert lines_that_match(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (OF_A_MACHINE, "see /home/anna/raadslag"),
        (OF_A_MACHINE, "cd /root/x"),
        (OF_A_REGISTRY, '"resolved": "https://registry.npmjs.org/dkfds"'),
        (OF_A_REGISTRY, "--index-url https://pypi.example/simple"),
    ],
)
def test_such_places_are_recognised(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def test_every_folder_of_the_code_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(PROJECT))
        for path in (PROJECT / "raadslag").glob("**/__init__.py")
        if not {"migrations", "templatetags"} & set(path.parts)
        and not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []


def test_no_pattern_is_possessive() -> None:
    """In Python 3.11.2, which Debian 12 has, they find other matches (gh-101955, gh-106052)."""
    possessive = re.compile(r"[^\\](?:\+\+|\*\+|\?\+|\}\+)|\(\?>")
    found = [
        f"{path.relative_to(PROJECT)}:{number}"
        for path in (PROJECT / "raadslag").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []
