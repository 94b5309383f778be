"""How fast search is: 100,000 made-up items, indexed and asked, beside SQLite FTS5 on the same texts.

.venv/bin/python bench/search.py [ITEMS]
"""

import argparse
import itertools
import random
import re
import resource
import sqlite3
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from wordfreq import get_frequency_dict

from raadslag.record import Kind, Outcome, Stage
from raadslag.search import Entry, Index, Level, Order, Query

ITEMS = 100_000
ITEMS_A_PUBLICATION = 20
WORDS_AN_ITEM = (100, 200)
ROUNDS = 400
SQLITE_ROUNDS = 20
SQLITE_CAN = ("one word", "two words", "compound")
BODIES = ("Byrådet", "Økonomiudvalget", "Teknisk Udvalg", "Børneudvalget", "Kulturudvalget", "Ældrerådet")
FIELD_WORDS = """
    lokalplan kommuneplantillæg anlægsbevilling budgetopfølgning plejehjem børnehave cykelsti sundhedscenter
    tilsynsrapport ældreråd parkeringshus klimahandlingsplan vejbelægning affaldssortering spildevandsplan
    dimmitendledighed beskæftigelsesplan skolebestyrelse høringssvar indstilling efterretning forvaltning
"""
COMPOUND_FIRST = """
    skole børne vej klima affalds bolig kultur idræts trafik natur havne sundheds energi miljø
"""
COMPOUND_LAST = """
    plan planer politik udvalget området rapport rapporten strategi møde centret midler puljen
"""
FIELD, FIRSTS, LASTS = FIELD_WORDS.split(), COMPOUND_FIRST.split(), COMPOUND_LAST.split()
PHRASE = "Indstillingen blev taget til efterretning."


class Danish:
    """Made-up Danish: words as common as they are, with the field's own and new compounds among them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        common = get_frequency_dict("da")
        self.words = [word for word in common if word.isalpha()]
        self.sums = list(itertools.accumulate(common[word] for word in self.words))
        self.compounds = FIELD + [first + last for first in FIRSTS for last in LASTS]

    def word(self) -> str:
        dice = self.random.random()
        if dice < 0.08:
            return self.random.choice(self.compounds)
        if dice < 0.09:  # compounds nobody has seen before: what makes a real vocabulary long
            return self.random.choice(self.words).rstrip("s") + "s" + self.random.choice(self.compounds)
        return self.words[bisect_left(self.sums, self.random.random() * self.sums[-1] * 0.999)]

    def sentence(self) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(6, 18))).capitalize() + "."

    def text(self, words: int) -> str:
        said = ""
        while said.count(" ") < words:
            said += self.sentence() + " "
        return said + PHRASE if self.random.random() < 0.3 else said


def entries(items: int) -> Iterator[Entry]:
    """Made-up items, twenty to a publication, over ten years."""
    danish = Danish(seed=1)
    for number in range(items):
        publication = number // ITEMS_A_PUBLICATION
        body = publication % len(BODIES)
        yield Entry(
            publication_id=publication,
            address=f"/moeder/udvalg-{body}/{publication}/referat/punkt-{number}",
            level=danish.random.choice([Level.ITEM, Level.ITEM, Level.ATTACHMENT, Level.MEETING]),
            title=" ".join(danish.word() for _ in range(danish.random.randint(3, 8))).capitalize(),
            text=danish.text(danish.random.randint(*WORDS_AN_ITEM)),
            body=BODIES[body],
            body_slug=f"udvalg-{body}",
            date=date(2016, 1, 1) + timedelta(days=number * 3650 // items),
            stage=Stage.MINUTES,
            kind=danish.random.choice(list(Kind)),
            outcome=danish.random.choice(list(Outcome)),
            case_number=f"EMN-{2016 + number % 10}-{number:06}",
        )


def queries(items: int) -> dict[str, Callable[[random.Random], Query]]:
    """The mix of what is asked."""
    words = [*FIELD, "skole", "plan", "budget", "barn", "ledighed", "vej", "kommune", "bolig", "miljø"]
    typing_errors = [
        "lokaplan",
        "plejehejm",
        "ledihged",
        "anlægsbeviling",
        "skolebestyrlse",
        "klimahandligsplan",
    ]
    return {
        "one word": lambda dice: Query(text=dice.choice(words)),
        "compound": lambda dice: Query(text=dice.choice(FIRSTS) + dice.choice(LASTS)),
        "two words": lambda dice: Query(text=" ".join(dice.sample(words, 2))),
        "phrase": lambda dice: Query(text='"taget til efterretning" ' + dice.choice(words)),
        "case number": lambda dice: Query(text=f"EMN-2020-{dice.randrange(items):06}"),
        "typing error": lambda dice: Query(text=dice.choice(typing_errors)),
        "narrowed": lambda dice: Query(
            text=dice.choice(words),
            body=("udvalg-1", "udvalg-2"),
            outcome=("approved",),
            since=date(2020, 1, 1),
        ),
        "newest first": lambda dice: Query(text=dice.choice(words), order=Order.NEWEST),
        "third page": lambda dice: Query(text=dice.choice(words), page=3),
        "browse": lambda dice: Query(year=(2018,)),
    }


def build(folder: Path, items: list[Entry]) -> float:
    """Seconds to index the items."""
    index = Index.create(folder)
    start = time.perf_counter()
    for publication, group in itertools.groupby(items, key=lambda entry: entry.publication_id):
        index.replace(publication, group)
    index.commit()
    return time.perf_counter() - start


def build_sqlite(path: Path, items: list[Entry]) -> float:
    """Seconds to put the same titles and texts, as they are, into SQLite FTS5, with the facets beside."""
    start = time.perf_counter()
    with sqlite3.connect(path) as store:
        store.execute("create virtual table item using fts5(title, text, content='')")
        store.execute("create table facet(id integer primary key, body, year, level, kind, outcome)")
        store.executemany(
            "insert into item(rowid, title, text) values (?, ?, ?)",
            ((number, entry.title, entry.text) for number, entry in enumerate(items)),
        )
        store.executemany(
            "insert into facet values (?, ?, ?, ?, ?, ?)",
            (
                (number, entry.body_slug, entry.date.year, entry.level, entry.kind, entry.outcome)
                for number, entry in enumerate(items)
            ),
        )
    return time.perf_counter() - start


def ask_sqlite(store: sqlite3.Connection, query: Query) -> None:
    """The top 20, the exact count and five facets, for the words as they are written."""
    words = " ".join(f'"{word}"' for word in query.text.replace('"', "").split())
    asked = "from item where item match ?"
    store.execute(f"select rowid {asked} order by rank limit 20", (words,)).fetchall()
    store.execute(f"select count(*) {asked}", (words,)).fetchall()
    joined = "item join facet on facet.id = item.rowid where item match ? group by 1"
    for facet in ("body", "year", "level", "kind", "outcome"):
        store.execute(f"select {facet}, count(*) from {joined}", (words,)).fetchall()


def timings(ask: Callable[[Query], object], asked: list[Query]) -> list[float]:
    """Milliseconds for each query."""
    return [timed(partial(ask, query)) for query in asked]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def line(name: str, taken: list[float]) -> str:
    return f"{name:14} p50 {median(taken):6.1f} ms   p95 {quantiles(taken, n=20)[18]:6.1f} ms"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("items", nargs="?", type=int, default=ITEMS)
    count = arguments.parse_args().items
    items = list(entries(count))
    words = sum(entry.text.count(" ") for entry in items) // count
    forms = len({word for entry in items for word in re.findall(r"\w+", entry.text.lower())})
    print(f"{count:,} items of {words} words, {forms:,} different ones")
    with TemporaryDirectory() as scratch:
        folder, path = Path(scratch) / "index", Path(scratch) / "items.sqlite"
        index_all(folder, path, items)
        ask_all(folder, path, count)
    print(
        f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, items included"
    )


def index_all(folder: Path, path: Path, items: list[Entry]) -> None:
    start = time.process_time()
    taken = build(folder, items)
    worked = time.process_time() - start
    taken_sqlite = build_sqlite(path, items)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(f"index         {len(items) / taken:8,.0f} items/s with commit (to hold: 2,000), {size:,.0f} MB")
    print(f"              {len(items) / worked:8,.0f} items for a second of processor time, on all cores")
    print(f"SQLite FTS5   {len(items) / taken_sqlite:8,.0f} items/s without Danish analysis")
    print(f"ratio of time, index / SQLite FTS5: {taken / taken_sqlite:.2f}")


def ask_all(folder: Path, path: Path, count: int) -> None:
    index, store, dice = Index.open(folder), sqlite3.connect(path), random.Random(2)
    index.search(Query(text="skole"))
    everything: list[float] = []
    ratios_of: tuple[list[float], list[float]] = ([], [])
    for name, make in queries(count).items():
        asked = [make(dice) for _ in range(ROUNDS)]
        taken = timings(index.search, asked)
        everything += taken
        print(line(name, taken))
        if name in SQLITE_CAN:
            ratios_of[0].extend(taken[:SQLITE_ROUNDS])
            ratios_of[1].extend(timings(lambda query: ask_sqlite(store, query), asked[:SQLITE_ROUNDS]))
    print(line("all", everything) + "   (to hold: p95 under 30 ms)")
    ours, theirs = ratios_of
    print(line("SQLite FTS5", theirs) + f"   for {', '.join(SQLITE_CAN)}")
    print(f"ratio of medians for the same, search / SQLite FTS5: {median(ours) / median(theirs):.3f}")
    typed = [word[:length] for word in FIELD for length in (2, 3, 5)]
    print(line("suggest", [timed(partial(index.suggest, prefix)) for prefix in typed]))


if __name__ == "__main__":
    main()
