"""From a line in the minutes' list of attachments to the attachment's first page."""

from collections.abc import Iterable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name

from raadslag.writing.packs.cleaning import annotations

Place = tuple[int, int]  # which item, and which of its attachments, both counted from 0
SCHEME = "raadslag:bilag/"


def address(place: Place) -> str:
    """What the minutes are set with; `redirect` makes a jump of it."""
    return f"{SCHEME}{place[0]}/{place[1]}"


def redirect(pages: Iterable[pikepdf.Page], targets: Mapping[Place, pikepdf.Page]) -> None:
    """Make every link to an attachment's address a jump to its first page."""
    jumps = {address(place): page for place, page in targets.items()}
    for page in pages:
        for link in annotations(page):
            action = link.get(Name.A)
            target = jumps.get(str(action.get(Name.URI))) if isinstance(action, Dictionary) else None
            if target is not None:
                to = Array([target.obj, Name.XYZ, None, None, None])
                link.A = Dictionary(S=Name.GoTo, D=to)
