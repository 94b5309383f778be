"""The arrows of the design hold because a forbidden import fails bin/check."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


# the package, what it must not import, and the contract that says so
FORBIDDEN = [
    ("record", "raadslag.reading", "The arrows point one way"),
    ("record", "django.utils.text", "The pure packages know no Django"),
    ("reading", "raadslag.writing", "The arrows point one way"),
    ("reading", "django.conf", "The pure packages know no Django"),
    ("writing", "raadslag.reading", "The arrows point one way"),
    ("search", "django.db", "The pure packages know no Django"),
    ("archive", "raadslag.models", "The arrows point one way"),
    ("archive", "raadslag.publishing", "The arrows point one way"),
    ("models", "raadslag.archive", "The arrows point one way"),
    ("public", "raadslag.importing", "The arrows point one way"),
    ("public", "raadslag.publishing", "The public pages know nothing of the desk"),
    ("public", "raadslag.models", "The public pages know nothing of the desk"),
    ("public", "raadslag.desk", "The public pages know nothing of the desk"),
    ("rules", "django.utils.timezone", "The pure packages know no Django"),
    ("prose", "django.utils.html", "The pure packages know no Django"),
    ("conversion", "raadslag.models", "The arrows point one way"),
    ("models", "raadslag.desk", "The arrows point one way"),
    ("public", "raadslag.desk", "The arrows point one way"),
]


def copied(folder: Path) -> Path:
    """A copy of the code to break, where the imports are read from instead of from the project."""
    shutil.copy(PROJECT / "pyproject.toml", folder)
    for package in ("raadslag", "config"):
        shutil.copytree(
            PROJECT / package,
            folder / package,
            ignore=lambda folder, names: [
                name for name in names if (Path(folder) / name).is_file() and not name.endswith(".py")
            ],
        )
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each contract where every forbidden import is there, in a module of its own."""
    folder = copied(tmp_path_factory.mktemp("astray"))
    for number, (package, forbidden, _contract) in enumerate(FORBIDDEN):
        (folder / "raadslag" / package / f"astray_{number}.py").write_text(f"import {forbidden}\n")
    result = lint_imports(folder)
    assert result.returncode != 0
    headed = re.split(r"^(.+)\n-+\n", result.stdout[result.stdout.index("Broken contracts") :], flags=re.M)
    return {contract.strip(): said for contract, said in zip(headed[1::2], headed[2::2], strict=True)}


def test_the_code_as_it_is_keeps_every_contract(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("number", range(len(FORBIDDEN)), ids=[f"{p}-{f}" for p, f, _contract in FORBIDDEN])
def test_a_forbidden_import_breaks_its_contract(broken: dict[str, str], number: int) -> None:
    package, forbidden, contract = FORBIDDEN[number]
    named = "django" if forbidden.startswith("django.") else forbidden
    assert f"raadslag.{package}.astray_{number} -> {named}" in broken[contract]


def test_a_way_to_the_desk_through_another_package_breaks_the_contract_too(copy: Path) -> None:
    (copy / "raadslag/public/astray.py").write_text("import raadslag.archive.astray\n")
    (copy / "raadslag/archive/astray.py").write_text("import raadslag.models\n")
    result = lint_imports(copy)
    assert "The public pages know nothing of the desk BROKEN" in result.stdout


def test_a_package_without_a_place_in_the_layers_breaks_the_contract(copy: Path) -> None:
    (copy / "raadslag/helpers").mkdir()
    (copy / "raadslag/helpers/__init__.py").write_text("")
    result = lint_imports(copy)
    assert result.returncode != 0
    assert "helpers" in result.stdout


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("raadslag/archive/x.py", "from django.http import Http404\n\nraise Http404\n"),
        ("raadslag/publishing/x.py", "from datetime import datetime\n\nat = datetime.now()\n"),
        ("raadslag/models/x.py", "from django.utils import timezone\n\nat = timezone.now()\n"),
        ("raadslag/importing/x.py", "from datetime import date\n\non = date.today()\n"),
    ],
)
def test_http_and_the_clock_are_banned_below_the_edge(path: str, code: str) -> None:
    def codes(name: str) -> str:
        command = [BIN / "ruff", "check", "--output-format", "concise", "--stdin-filename", name, "-"]
        return subprocess.run(
            command, cwd=PROJECT, input=code, capture_output=True, text=True, check=False
        ).stdout

    assert "TID251" in codes(path)
    assert "TID251" not in codes("raadslag/public/x.py")
