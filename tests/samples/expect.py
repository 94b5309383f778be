"""Writes the expected file of a sample that has none: python -m tests.samples.expect FILE …

Read what it wrote before you commit it. A file that is there already is never overwritten.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from raadslag.reading.account import Reading
from raadslag.reading.formats import read_document
from raadslag.reading.sources import open_document
from raadslag.record import to_data

SAMPLES = Path(__file__).parent
KINDS = (".txt", ".pdf", ".docx")


def samples() -> list[Path]:
    """Every sample document, family by family."""
    return sorted(path for path in SAMPLES.glob("*/*") if path.suffix in KINDS)


def expected_file(document: Path) -> Path:
    """Where a sample's answers stand."""
    return document.with_suffix(".expected.json")


def reading_of(document: Path) -> Reading:
    """The reading of a sample, in this process."""
    return read_document(open_document(document))


def answers(reading: Reading) -> dict[str, Any]:
    """What a sample's expected file says: the record without its source, and how many lines became what."""
    record = {key: value for key, value in to_data(reading.record).items() if key != "source"}
    uses = Counter(entry.use.value for entry in reading.entries)
    return {"lines": dict(sorted(uses.items())), "record": record}


def main(paths: list[str]) -> int:
    """Writes what is missing; 1 where a file was there already."""
    refused = 0
    for document in map(Path, paths):
        expected = expected_file(document)
        try:
            with expected.open("x", encoding="utf-8") as file:
                file.write(json.dumps(answers(reading_of(document)), ensure_ascii=False, indent=1) + "\n")
            print(f"skrev {expected.name}: læs den igennem, før den gemmes")
        except FileExistsError:
            print(f"{expected.name} findes og bliver ikke overskrevet", file=sys.stderr)
            refused = 1
    return refused


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
