"""The guard over more than a thousand generated agendas, and a withdrawal's time: `python bench/guards.py`.

Each agenda is made as files and must pass; then closed text and a CPR number are hidden in every place a
file has, and both must be found. `python bench/guards.py 100` takes a hundred agendas.
"""

import os
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

PROJECT = Path(__file__).parents[1]
AGENDAS = 1_000
PLACES_AN_AGENDA = 2  # in turn, so that each place is met by some thirty agendas
WITHDRAWN_WITHIN = 1.0  # seconds
PUBLISHED = 20


def main() -> int:
    """Print the figures; the exit code tells whether anything got out, or was stopped without cause."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else AGENDAS
    began = perf_counter()
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=begin) as pool:
        total: Counter[str] = Counter()
        for counted in pool.map(look, range(count), chunksize=10):
            total.update(counted)
    print(f"{count} agendas, {total['files']} files of theirs: {total['stopped']} stopped without cause")
    print(f"{total['hidden']} files with something hidden, {total['places']} places: {total['out']} got out")
    each = total["milliseconds"] / count
    print(f"{each:.0f} ms to look through an agenda; {perf_counter() - began:.0f} s in all")
    seconds = withdrawn()
    print(f"withdrawn among {PUBLISHED} publications: unseen after {seconds[0] * 1000:.0f} ms, ", end="")
    print(f"erased after {seconds[1] * 1000:.0f} ms")
    return 1 if total["stopped"] or total["out"] or seconds[0] > WITHDRAWN_WITHIN else 0


def begin() -> None:
    """Each process, before it looks at anything."""
    sys.path.insert(0, str(PROJECT))
    os.environ.setdefault("RAADSLAG_HOME", str(Path(tempfile.gettempdir(), "raadslag-bench")))
    import_module("config.start")


def look(seed: int) -> Counter[str]:
    """One agenda: its own files, and so many of the places."""
    agendas = import_module("tests.publishing.agendas")
    places = import_module("tests.publishing.hiding").PLACES
    kinds = import_module("raadslag.publishing.finding").Kind
    guards = import_module("raadslag.publishing.guard").Guard
    house = import_module("raadslag.publishing.house").House(phrases=tuple(agendas.BOILERPLATE))
    render = import_module("raadslag.publishing.downloads").render
    public_record = import_module("raadslag.publishing.public_record").public_record
    it = agendas.agenda(seed)
    files = render(public_record(it.record), {})
    counted: Counter[str] = Counter(files=len(files))
    guard, began = guards(it.record, house), perf_counter()
    stopped = [each for file in files for each in guard.findings(file.name, file.data) if each.stops]
    counted["milliseconds"] = int((perf_counter() - began) * 1000)
    counted["stopped"] = len(stopped)
    for finding in stopped:
        print(f"agenda {seed}: {finding.in_full}")
    counted["places"] = len(places) if seed == 0 else 0
    names = sorted(places)
    for turn in range(PLACES_AN_AGENDA):
        name = names[(seed * PLACES_AN_AGENDA + turn) % len(names)]
        secret = (it.secret, it.own_title)[(seed + turn) % 2]
        file, data = places[name](f"{secret}, {it.personal_number}")
        found = {each.kind for each in guards(it.record, house).findings(file, data)}
        counted["hidden"] += 1
        if not {kinds.CLOSED_TEXT, kinds.PERSONAL_NUMBER} <= found:
            counted["out"] += 1
            print(f"agenda {seed}: {name} got out")
    return counted


def withdrawn() -> tuple[float, float]:
    """How long it takes, in seconds, until nobody is shown what is withdrawn, and until it is erased."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["RAADSLAG_HOME"] = home
        begin()
        import_module("raadslag.cli.stores").migrate()
        publishing = import_module("raadslag.publishing")
        models = import_module("raadslag.archive.models")
        withdrawing = import_module("raadslag.publishing.withdrawing")
        client = import_module("django.test").Client(headers={"host": "127.0.0.1"})
        agendas = import_module("tests.publishing.agendas")
        at = import_module("tests.lindevad").PUBLISHED_AT
        house = publishing.House(phrases=tuple(agendas.BOILERPLATE))
        for seed in range(PUBLISHED):
            publishing.publish(agendas.agenda(seed).record, {}, by="Anna", at=at, why="Måling", house=house)
        publication = models.Publication.objects.current().first()
        assert client.get(publication.address).status_code == 200
        began = perf_counter()
        versions = list(models.Publication.objects.filter(pk=publication.pk))
        withdrawing.announced(versions, "", "", by="Anna", at=at, why="Måling")
        withdrawing.index.catch_up()
        assert client.get(publication.address).status_code == 410
        unseen = perf_counter() - began
        withdrawing.finish()
        return unseen, perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
