"""Withdrawals in processes that are killed on the way; used through `tests.publishing.run`."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.conf import settings
from django.test import Client

from raadslag.archive import chain, erasing
from raadslag.archive.models import Publication, PublishedFile, PublishedItem
from raadslag.publishing import index, publish, withdraw, withdraw_attachment, withdrawing
from raadslag.record import Attachment
from raadslag.search import Index
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes, cycle_paths, pdf
from tests.publishing.processes import deadly, outcomes

SECRET = "Zebrastriben"
POINTS: dict[str, tuple[Any, str, int, str]] = {
    "before the link": (withdrawing.WithdrawnVersion.objects, "bulk_create", 1, "before"),
    "before the transaction ends": (withdrawing.chain, "extend", 1, "after"),
    "before the search": (index, "catch_up", 1, "before"),
    "with the search half written": (Index, "commit", 1, "before"),
    "before the version without it": (withdrawing, "render", 1, "before"),
    "before the erasing": (erasing, "erase", 1, "before"),
    "with the files gone": (PublishedItem.objects, "filter", 1, "before"),
    "before the index is made anew": (index, "rebuild", 1, "before"),
}


OF_AN_ATTACHMENT = {"before the version without it", "with the files gone", "before the index is made anew"}


def withdrawn() -> list[dict[str, Any]]:
    """Kills a process that withdraws at each point, each from a meeting of its own."""
    return [seen(point, number, point in OF_AN_ATTACHMENT) for number, point in enumerate(POINTS, 1)]


def seen(point: str, number: int, attachment: bool) -> dict[str, Any]:
    """What can be seen after a kill at that point, and after the next has published something."""
    month = 11 if attachment else 12
    record = minutes(starts_at=datetime(2025, month, number, 16), ends_at=None)

    def begin() -> None:
        path = Path(mkdtemp(dir=settings.PUBLIC_FOLDER.parent), "kort.pdf")
        path.write_bytes(pdf(f"{SECRET} {month} {number}"))
        publish(record, {(0, 0): path}, by=ANNA, at=PUBLISHED_AT, why="Godkendt")

    def die() -> None:
        owner, name, call, when = POINTS[point]
        setattr(owner, name, deadly(getattr(owner, name), call, when))
        current = Publication.objects.current().get(occasion=record.starts_at.date().isoformat())
        if attachment:
            file = PublishedFile.objects.get(publication=current)
            withdraw_attachment(file, by=ANNA, at=PUBLISHED_AT, why="Forkert")
        else:
            withdraw(current, by=ANNA, at=PUBLISHED_AT, why="Forkert")

    def mend() -> None:
        publish(council_minutes(body=f"Udvalg {month}-{number}"), {}, by=ANNA, at=PUBLISHED_AT, why="")

    outcomes([begin])
    (outcome,) = outcomes([die])
    (after,) = outcomes([lambda: look(record)])
    (fault,) = outcomes([mend])
    (mended,) = outcomes([lambda: look(record)])
    return {
        "point": point,
        "attachment": attachment,
        "outcome": outcome,
        "after": after,
        "fault": fault,
        "mended": mended,
    }


def minutes(**changes: object):
    shown = Attachment(number="1", title="Kort", media_type="application/pdf", pages=1, text=SECRET)
    return council_minutes(replace(cycle_paths(), attachments=(shown,)), **changes)


def look(record) -> dict[str, Any]:
    """What a citizen sees of the meeting, and what the store holds of it."""
    occasion = record.starts_at.date().isoformat()
    clara = Client(headers={"host": "127.0.0.1"})
    document = f"/moeder/byraadet/{occasion}/referat/"
    pages = [document, f"{document}punkt-1/bilag-1", f"{document}punkt-1/bilag-1.pdf", f"{document[:-1]}.zip"]
    texts = [clara.get(page) for page in (*pages, f"/soeg?q={SECRET}&fra={occasion}&til={occasion}")]
    rows = Publication.objects.defer(None).filter(occasion=occasion)
    return {
        "statuses": [each.status_code for each in texts[:-1]],
        "found": f"{document}punkt-1/bilag-1" in texts[-1].content.decode(),
        "kept": sum(SECRET in row.record_json for row in rows),
        "faults": [each for each in chain.verify() if "ikke slettet" not in each],
    }
