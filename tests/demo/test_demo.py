"""`bin/demo`: from papers to pages, with the commands that anyone would use."""

import json
import os
import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from raadslag.publishing.contents import pieces_of

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("demo")

# each stands in one closed item or attachment of the source, and nowhere else
CLOSED = (
    "Skallebæk Invest",
    "Blankeborg Service",
    "Kvistgård",
    "155 kr. pr. kvadratmeter",
    "Postgaardens Ejendomsselskab",
    "Brinkmosegaard El",
    "et mål om 4,6 mio. kr.",
)


@dataclass(frozen=True)
class Demo:
    """Where the demo's stores are, and what it said."""

    home: Path
    said: str

    def rows(self, store: str, query: str) -> list[tuple]:
        with sqlite3.connect(f"file:{self.home}/{store}/store.sqlite3?mode=ro", uri=True) as database:
            return database.execute(query).fetchall()


def run_demo(home: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("RAADSLAG_", "DJANGO_"))
    }
    result = subprocess.run(
        [PROJECT / "bin/demo", "--no-serve"],
        env=environment | {"RAADSLAG_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Demo:
    home = tmp_path_factory.mktemp("demo")
    return Demo(home, run_demo(home))


@pytest.fixture(scope="module")
def public_text(demo) -> str:
    """Everything that can be read in the public folder, whatever it is wrapped in."""
    found = []
    for path in (demo.home / "public").rglob("*"):
        if path.is_file():
            found += [piece.text for piece in pieces_of(path.name, path.read_bytes(), frozenset())]
    return "\n".join(found)


def test_every_document_is_published_and_the_correction_is_a_second_version(demo) -> None:
    assert demo.rows("public", "SELECT count(*), max(version) FROM archive_publication") == [(62, 2)]
    assert demo.rows(
        "public",
        "SELECT occasion, document FROM archive_publication WHERE version = 2",
    ) == [("2026-02-25", "referat")]
    assert demo.rows("public", "SELECT slug FROM archive_body ORDER BY slug") == [
        ("boerne-og-kulturudvalget",),
        ("byraadet",),
        ("havne-og-klimaudvalget",),
        ("magistraten",),  # by its meeting plan
        ("raadmandsmoede",),
    ]


def test_it_tells_what_it_does_and_what_came_of_it(demo) -> None:
    for said in (
        "raadslag import",
        "59 ny",
        "1 ny version",
        "social kapital",
        "løber til kl. 18.45",
        "Arkivet er, som det blev udgivet",
    ):
        assert said in demo.said


def test_what_is_open_can_be_found_in_the_public_folder(public_text) -> None:
    for words in (
        "Humlehuset",
        "Fire gæs på vej hjem",
        "Landgang med heste",
        "Salg af den tidligere toldbod",
    ):
        assert words in public_text


@pytest.mark.parametrize("words", CLOSED)
def test_what_is_closed_came_in_and_did_not_come_out(demo, public_text, words: str) -> None:
    desk = "".join(record for (record,) in demo.rows("desk", "SELECT record_json FROM desk_sourcedocument"))
    assert words in desk
    assert words not in public_text


def test_a_closed_item_is_published_with_its_title_and_ground_alone(demo) -> None:
    records = [
        json.loads(text) for (text,) in demo.rows("public", "SELECT record_json FROM archive_publication")
    ]
    closed = [item for record in records for item in record["items"] if item["part"] == "closed"]
    assert {item["title"] for item in closed} >= {"Salg af den tidligere toldbod", "Personalesag"}
    for item in closed:
        assert item["closed_ground"]
        assert (item["sections"], item["recommendation"], item["decision"], item["attachments"]) == (
            [],
            [],
            None,
            [],
        )


def test_papers_and_meetings_inside_packs_are_data(demo) -> None:
    records = [
        json.loads(text) for (text,) in demo.rows("public", "SELECT record_json FROM archive_publication")
    ]
    inside = [a for record in records for item in record["items"] for a in item["attachments"]]
    assert sum(a["record"] is not None for a in inside) >= 10
    assert sum(a["paper"] is not None for a in inside) >= 5
    assert sum(a["sha256"] is not None for a in inside) >= 60


def test_an_agenda_is_under_way_with_conditions_a_rule_and_three_quarters_of_an_hour_too_much(demo) -> None:
    assert demo.rows("desk", "SELECT at_least FROM desk_agendarule") == [(3,)]
    items = "FROM desk_item WHERE meeting_id = (SELECT meeting_id FROM desk_agendarule)"
    assert demo.rows("desk", f"SELECT count(*), sum(minutes), count(depends_on_id) {items}") == [(12, 135, 3)]
    moved = f"SELECT count(*) FROM desk_agendarule_items WHERE item_id IN (SELECT id {items})"
    assert demo.rows("desk", moved) == [(2,)]


def test_an_agenda_is_sent_with_a_paper_and_what_was_said_of_it_on_its_way(demo, public_text) -> None:
    assert demo.rows("desk", "SELECT state FROM desk_agendaversion") == [("sent",)]
    assert demo.rows(
        "desk",
        "SELECT state, count(*) FROM desk_paper WHERE state IN ('on_agenda', 'decided')"
        " GROUP BY state ORDER BY state",
    ) == [("decided", 1), ("on_agenda", 1)]
    for words in ("Digelaget vil lade folk gå på diget", "skal findes i budgettet", "når får og hegn"):
        assert words in public_text
    assert demo.rows("desk", "SELECT count(*) FROM desk_exclusion") == [(1,)]


def test_a_file_that_is_broken_waits_for_its_writer(demo) -> None:
    failed = "SELECT name FROM desk_attachmentfile WHERE state = 'failed'"
    assert demo.rows("desk", failed) == [("Dykkernes rapport, afbrudt.pdf",)]


def test_the_second_time_nothing_changes(demo) -> None:
    said = run_demo(demo.home)
    assert "Dokumenterne er skrevet i forvejen." in said
    assert "59 uændret" in said
    assert demo.rows("public", "SELECT count(*) FROM archive_publication") == [(62,)]
