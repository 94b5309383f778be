"""How far along the chain the search index is: a mark that lies beside the index."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

MARK = "reached.json"


@dataclass(frozen=True, slots=True)
class Reached:
    """The last link of the chain that the index knows; place 0 for none."""

    place: int = 0
    hash: str = ""


def read(folder: Path) -> Reached:
    """The index's mark. Raises OSError and ValueError where there is none that can be read."""
    mark = json.loads((folder / MARK).read_text())
    return Reached(int(mark["place"]), str(mark["hash"]))


def write(folder: Path, reached: Reached) -> None:
    """Sets the mark, whole or not at all."""
    half = folder / f"{MARK}.new"
    half.write_text(json.dumps(asdict(reached)))
    half.replace(folder / MARK)
