"""Publishing in processes of their own, some of them killed on the way; used through `tests.publishing.run`.

Every process is forked from one that has opened no database and no index.
"""

import json
import os
import resource
import signal
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from raadslag.archive import chain
from raadslag.archive.models import Publication, PublicationDownload
from raadslag.files import FileStore
from raadslag.publishing import freezing, index, publish
from raadslag.record import MeetingRecord
from raadslag.search import Index, IndexUnusable, Query
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes

# where a process is killed: before or after the call of that number of a function
POINTS: dict[str, tuple[Any, str, int, str]] = {
    "before the first file": (FileStore, "keep", 1, "before"),
    "with one file kept": (FileStore, "keep", 1, "after"),
    "with a file half written": (os, "fsync", 3, "before"),
    "with all files kept": (freezing.transaction, "atomic", 1, "before"),
    "within the transaction": (PublicationDownload.objects, "bulk_create", 1, "before"),
    "before the transaction ends": (freezing.chain, "extend", 1, "after"),
    "before the index": (index, "catch_up", 1, "before"),
    "with the index half written": (Index, "commit", 1, "before"),
    "before the index is marked": (Index, "commit", 1, "after"),
}


def killed() -> list[dict[str, Any]]:
    """Kills a process at each point, each with a meeting of its own; looks, mends and looks again."""
    seen = []
    for number, (point, (owner, name, call, when)) in enumerate(POINTS.items(), 1):
        record = council_minutes(starts_at=datetime(2025, 9, number, 16, 0), ends_at=None)

        def die(owner=owner, name=name, call=call, when=when, record=record) -> None:
            setattr(owner, name, deadly(getattr(owner, name), call, when))
            publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt")

        (outcome,) = outcomes([die])
        (after,) = outcomes([lambda record=record: look(record)])
        outcomes(
            [lambda record=record: publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt") and None]
        )
        (mended,) = outcomes([lambda record=record: look(record)])
        seen.append({"point": point, "outcome": outcome, "after": after, "mended": mended})
    return seen


def full_disk() -> list[dict[str, Any]]:
    """Publishes where no file may grow past so many bytes; then looks, and mends where there is room."""
    seen = []
    for number, room in enumerate((100, 20_000, 60_000), 1):
        record = council_minutes(starts_at=datetime(2025, 10, number, 16, 0), ends_at=None)

        def cramped(room=room, record=record) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt")

        (outcome,) = outcomes([cramped])
        (after,) = outcomes([lambda record=record: look(record)])
        outcomes(
            [lambda record=record: publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt") and None]
        )
        (mended,) = outcomes([lambda record=record: look(record)])
        seen.append({"room": room, "outcome": outcome, "after": after, "mended": mended})
    return seen


def deadly(function: Callable[..., Any], call: int, when: str) -> Callable[..., Any]:
    """The function, but its caller dies at once (kill -9) before or after that call."""
    calls = 0

    def dying(*arguments: Any, **keywords: Any) -> Any:
        nonlocal calls
        calls += 1
        if (calls, when) == (call, "before"):
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*arguments, **keywords)
        if (calls, when) == (call, "after"):
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return dying


def look(record: MeetingRecord) -> dict[str, Any]:
    """The state of the public store, and of the record's meeting in it."""
    occasion = record.starts_at.date().isoformat()
    publication = Publication.objects.filter(occasion=occasion).first()
    try:
        hits = Index.open(settings.SEARCH_INDEX_FOLDER).search(Query(text="Åvejen", page_size=100)).hits
    except IndexUnusable:
        hits = ()
    return {
        "published": publication is not None,
        "rows": publication and [publication.items.count(), publication.downloads.count()],
        "faults": list(chain.verify()),
        "found": any(occasion in hit.address for hit in hits),
    }


def together() -> list[Any]:
    """Nine processes publish at once: three meetings, each three times with two different contents."""

    def work(body: str, place: str) -> str:
        record = council_minutes(body=body, place=place)
        return publish(record, {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt").news

    bodies = ["Byrådet", "Kulturudvalget", "Økonomiudvalget"]
    places = ["Rådhuset", "Rådhuset", "Hallen"]
    works = [lambda body=body, place=place: work(body, place) for body in bodies for place in places]
    news = outcomes(works)
    (versions,) = outcomes([lambda: list(Publication.objects.values_list("body__name", "version"))])
    (faults,) = outcomes([lambda: list(chain.verify())])
    return [{"news": news, "versions": versions, "faults": faults}]


def outcomes(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each work gave, done in processes at the same time: JSON data, or how the process ended."""
    running = []
    for work in works:
        receiving, sending = os.pipe()
        child = os.fork()
        if not child:
            with os.fdopen(sending, "w") as answer:
                try:
                    answer.write(json.dumps(work()))
                except BaseException:
                    answer.write(json.dumps(traceback.format_exc()))
            os._exit(0)
        os.close(sending)
        running.append((child, receiving))
    return [outcome(child, receiving) for child, receiving in running]


def outcome(child: int, receiving: int) -> Any:
    with os.fdopen(receiving) as answer:
        text = answer.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return json.loads(text) if code == 0 else signal.Signals(-code).name
