"""Which files there are to import."""

from pathlib import Path

import pytest

from raadslag.importing.finding import Found, find


def make(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tekst")
    return paths


def test_a_folder_gives_its_documents_and_those_in_its_folders_by_name(tmp_path):
    make(tmp_path, "b.pdf", "a.docx", "2024/c.TXT", "2024/d.json", "e.xlsx", ".skjult.pdf", ".git/f.txt")
    names = [str(found.path.relative_to(tmp_path)) for found in find([tmp_path])]
    assert names == ["2024/c.TXT", "2024/d.json", "a.docx", "b.pdf"]


@pytest.mark.parametrize("folder", ["referat.pdf.bilag", "referat.bilag", "referat - bilag"])
def test_the_folder_beside_a_document_holds_its_attachments(tmp_path, folder):
    document, attachment = make(tmp_path, "referat.pdf", f"{folder}/kort.pdf")
    assert find([tmp_path]) == (Found(document, tmp_path / folder),)
    assert find([document])[0].attachment_files() == [attachment]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path):
    (named,) = make(tmp_path, "referat.bak")
    assert find([named]) == (Found(named),)


def test_a_document_named_twice_is_taken_once(tmp_path):
    (document,) = make(tmp_path, "referat.pdf")
    assert len(find([document, tmp_path])) == 1


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        find([tmp_path / "mangler.pdf"])
