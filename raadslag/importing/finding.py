"""Which files there are to import."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = {".pdf", ".docx", ".txt", ".json"}
# What comes after a document's name in the name of the folder with its attachments.
ATTACHMENT_FOLDERS = (".bilag", " - bilag")


@dataclass(frozen=True, slots=True)
class Found:
    """A document, and the folder beside it that holds its attachments, if any."""

    path: Path
    attachments: Path | None = None

    def attachment_files(self) -> list[Path]:
        """The files in the folder."""
        return [] if self.attachments is None else sorted(filter(Path.is_file, self.attachments.rglob("*")))


def find(paths: Iterable[Path]) -> tuple[Found, ...]:
    """The documents that the paths name, and in folders all the documents in them, by name.

    A file that is named is taken whatever it is called. Raises FileNotFoundError.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        if path.is_dir():
            documents = sorted(documents_in(path))
        elif path.exists():
            documents = [path]
        else:
            raise FileNotFoundError(path)
        found |= {document: Found(document, attachments_of(document)) for document in documents}
    return tuple(found.values())


def documents_in(folder: Path) -> Iterator[Path]:
    """The documents in a folder and its folders, but for hidden ones and attachments."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.name.endswith(ATTACHMENT_FOLDERS):
                yield from documents_in(path)
        elif path.suffix.lower() in DOCUMENTS:
            yield path


def attachments_of(document: Path) -> Path | None:
    """The folder of the document's attachments: "referat.pdf.bilag", "referat.bilag" or "referat - bilag"."""
    names = [f"{name}{ending}" for name in (document.name, document.stem) for ending in ATTACHMENT_FOLDERS]
    folders = [folder for name in names if (folder := document.with_name(name)).is_dir()]
    return folders[0] if folders else None
