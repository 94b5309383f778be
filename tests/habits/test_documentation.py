"""What is documented is there, and what is there is documented."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from raadslag import record
from raadslag.cli import main
from raadslag.record import danish

PROJECT = Path(__file__).parents[2]
PAGES = sorted(
    page for page in PROJECT.rglob("*.md") if not {"node_modules", ".venv", "var"} & set(page.parts)
)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
SETTING = re.compile(r"\bRAADSLAG_[A-Z_]+\b")
VOCABULARIES = (
    danish.STAGES,
    danish.PARTS,
    danish.KINDS,
    danish.OUTCOMES,
    danish.PRESENCES,
    danish.CHOICES,
)
NOUNS = (
    record.MeetingRecord,
    record.Attendance,
    record.Item,
    record.Section,
    record.Attachment,
    record.Decision,
    record.Vote,
    record.Dissent,
    record.FollowUp,
    record.Paper,
    record.PaperSection,
    record.Source,
    record.Doubt,
)


def read(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, down to the next of the same depth or higher."""
    marks = re.escape(heading.split(" ")[0])
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^{marks[:-1]}#? |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading “{heading}”"
    return found[1]


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings have where it is shown."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def broken_links(page: Path) -> Iterator[str]:
    """The page's links to files and headings that are not there."""
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [*broken_links(page)] == []


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Her\n[a](#her) [b](#der) [c](gone.md) [d](page.md#her) [e](https://example.dk)\n")
    assert [*broken_links(page)] == ["#der", "gone.md"]


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_command_and_option_is_documented(name: str) -> None:
    about = section(read("docs/user/kommandoer.md"), f"## raadslag {name}")
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert undocumented(command, about) == []
    for sub, each in getattr(command, "commands", {}).items():
        assert undocumented(each, section(about, f"### raadslag {name} {sub}")) == []


def undocumented(command: click.Command, about: str) -> list[str]:
    """The command's options that the text does not speak of."""
    options = [
        each
        for param in command.params
        if isinstance(param, click.Option)
        for each in (*param.opts, *param.secondary_opts)
    ]
    return [option for option in options if f"`{option}" not in about]


def test_no_command_is_documented_that_is_not_there() -> None:
    documented = re.findall(r"^## raadslag (\S+)$", read("docs/user/kommandoer.md"), re.MULTILINE)
    assert sorted(documented) == sorted(main.list_commands(click.Context(main)))


def test_every_setting_is_documented_and_no_other() -> None:
    sources = [
        path
        for folder in ("raadslag", "config", "bin")
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in {"", ".py", ".sh"} and path.is_file()
    ]
    used = {name for path in sources for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert set(SETTING.findall(read("docs/operations.md"))) == used


def test_every_word_of_the_record_is_in_the_glossary() -> None:
    glossary = read("docs/glossary.md")
    for words in VOCABULARIES:
        for word, danish_word in words.items():
            assert f"| `{word}` | {danish_word} |" in glossary


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_noun_and_field_of_the_record_is_in_the_glossary(noun: type) -> None:
    entries = set(re.findall(r"^\| `(\w+)` \|", read("docs/glossary.md"), re.MULTILINE))
    assert noun.__name__ in entries
    assert {field.name.removesuffix("_") for field in fields(noun)} <= entries


def test_decision_records_are_numbered_apart_say_the_same_three_things_and_are_listed() -> None:
    folder = PROJECT / "docs/decisions"
    records = sorted(page for page in folder.glob("*.md") if page.name != "README.md")
    numbers = [page.name[:4] for page in records]
    assert len(set(numbers)) == len(numbers)
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert [page.name for page in records] == sorted(link for link in listed if link[:4].isdigit())
    for page in records:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name)
        assert {"Context", "Decision", "Consequences"} <= set(
            HEADING.findall(page.read_text(encoding="utf-8"))
        )
