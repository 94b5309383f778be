"""The commands that make, fill, prove and serve the stores, run as people run them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from urllib.request import urlopen

import pytest

from raadslag.record import to_json
from tests.lindevad import council_minutes, cycle_paths

# servers share the folder of static files with those of the browser's tests: never two workers at once
pytestmark = pytest.mark.xdist_group("served")

RAADSLAG = Path(sys.executable).with_name("raadslag")


def raadslag(home: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [RAADSLAG, *arguments]
    return subprocess.run(command, env=home, capture_output=True, text=True, timeout=120)


@contextmanager
def serving(home: dict[str, str], *arguments: str) -> Iterator[str]:
    """The site in a process of its own, at the address that it prints."""
    command = [RAADSLAG, "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, env=home, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http://" in line
        yield line.split()[3]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def put(folder: Path, name: str, **changes: object) -> Path:
    path = folder / name
    path.write_text(to_json(council_minutes(**changes)))
    return path


def get(address: str) -> str:
    with urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def test_import_publishes_and_says_what_became_of_each_file(home, tmp_path):
    put(tmp_path, "referat.json")
    first = raadslag(home, "import", tmp_path, "--by", "Anna Lund")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [
        "ny          referat.json: /moeder/byraadet/2025-08-27/referat/",
        "1 ny",
    ]
    put(tmp_path, "referat.json", place="Hallen")
    put(tmp_path, "tom.json", body=None)
    second = raadslag(home, "import", tmp_path)
    assert second.returncode == 1
    assert "ny version  referat.json" in second.stdout
    assert (
        "fejl        tom.json: Der står ikke, hvilket udvalg mødet er i. Giv det med --body" in second.stdout
    )
    third = raadslag(home, "import", tmp_path / "referat.json")
    assert third.stdout.splitlines()[-1] == "1 uændret"
    assert "Kæden har 2 udgivelser" in raadslag(home, "verify").stdout
    assert raadslag(home, "index").stdout == "Søgeindekset er lavet ud fra 2 udgivelser.\n"


def test_import_of_nothing_is_refused(home, tmp_path):
    missing = raadslag(home, "import", tmp_path / "mangler.pdf")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr == f"{tmp_path / 'mangler.pdf'} findes ikke.\n"
    (tmp_path / "tom").mkdir()
    assert raadslag(home, "import", tmp_path / "tom").returncode == 2


def test_without_stores_every_command_says_what_to_do(tmp_path):
    nowhere = {"PATH": os.environ["PATH"], "RAADSLAG_HOME": str(tmp_path / "ingen")}
    for command in (
        ["import", str(tmp_path)],
        ["verify"],
        ["index"],
        ["serve"],
        ["serve", "--only", "public"],
    ):
        done = raadslag(nowhere, *command)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith("Kør: raadslag migrate\n")
        assert done.stderr.count("\n") == 1


def test_the_public_site_runs_without_the_desk(home, tmp_path):
    put(tmp_path, "referat.json")
    assert raadslag(home, "import", tmp_path).returncode == 0
    rmtree(Path(home["RAADSLAG_HOME"]) / "desk")
    public = {name: value for name, value in home.items() if name != "RAADSLAG_DESK_DATABASE"}
    with serving(public, "--only", "public") as address:
        page = get(f"{address}moeder/byraadet/2025-08-27/referat/")
        assert cycle_paths().title in page
        assert "Møllevang" not in page
        data = json.loads(get(f"{address}moeder/byraadet/2025-08-27/referat.json"))
        assert [item["part"] for item in data["items"]] == ["open", "closed"]
        assert "Åvejen" in get(f"{address}soeg?q=cykelsti")
    assert not (Path(home["RAADSLAG_HOME"]) / "desk").exists()


def test_a_port_that_is_taken_is_told(home):
    with serving(home) as address:
        port = address.rstrip("/").rsplit(":", 1)[1]
        refused = raadslag(home, "serve", "--port", port)
        assert refused.returncode == 2
        assert refused.stderr.startswith(f"Der kan ikke lyttes på 127.0.0.1:{port}")
