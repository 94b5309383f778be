"""`raadslag pack`: Anna gets one file of her minutes and their attachments, or is told what is missing."""

from pathlib import Path

import pikepdf
from click.testing import CliRunner, Result

from raadslag.cli import main
from raadslag.record import Attachment, to_json
from tests.writing.packs.papers import meeting, note, sheet


def run(folder: Path, *options: str) -> Result:
    record = meeting(Attachment(number="1", title="notat.pdf"), Attachment(number="2", title="kort.pdf"))
    (folder / "referat.json").write_text(to_json(record), encoding="utf-8")
    (folder / "bilag").mkdir(exist_ok=True)
    arguments = ("--attachments", str(folder / "bilag"), "-o", str(folder / "pakke.pdf"), *options)
    return CliRunner().invoke(main, ["pack", str(folder / "referat.json"), *arguments])


def with_files(folder: Path, **files: bytes) -> Path:
    (folder / "bilag").mkdir()
    for name, content in files.items():
        (folder / "bilag" / f"{name}.pdf").write_bytes(content)
    return folder


def test_minutes_and_attachments_become_one_file(tmp_path):
    result = run(with_files(tmp_path, notat=note(), kort=sheet(), ferie=sheet()))
    assert result.exit_code == 0
    assert "2 bilag med, 0 mangler." in result.output
    assert "Filen ferie.pdf hører ikke til noget bilag." in result.output
    with pikepdf.open(tmp_path / "pakke.pdf") as pack:
        assert len(pack.pages) == 4


def test_a_missing_attachment_is_named_and_ends_with_2(tmp_path):
    result = run(with_files(tmp_path, notat=note()))
    assert result.exit_code == 2
    sentence = "»Punkt 1, Bilag 2: kort.pdf« kan ikke tages med: der er ingen fil til det i mappen."
    assert result.output.strip() == sentence
    assert not (tmp_path / "pakke.pdf").exists()


def test_with_allow_missing_the_pack_is_made_and_the_missing_named(tmp_path):
    result = run(with_files(tmp_path, notat=note()), "--allow-missing")
    assert result.exit_code == 0
    assert "»Punkt 1, Bilag 2: kort.pdf« kan ikke tages med" in result.output
    assert "1 bilag med, 1 mangler." in result.output


def test_wrong_folders_and_files_are_one_sentence(tmp_path):
    with_files(tmp_path, notat=note(), kort=sheet())
    assert run(tmp_path, "-o", str(tmp_path / "ikke" / "her.pdf")).exit_code == 2
    missing = run(tmp_path, "--attachments", str(tmp_path / "ikke"))
    assert missing.exit_code == 2
    assert missing.output.count("\n") == 1
    nothing = CliRunner().invoke(
        main, ["pack", str(tmp_path / "x.json"), "--attachments", ".", "-o", "y.pdf"]
    )
    assert nothing.exit_code == 2
