"""Thursday afternoon: 400 attachments are converted while people read: `python bench/attachments.py`.

A real server and a real worker beside it. The files are of all kinds and put up over HTTP at once, ten at a
time; meanwhile a page with a list of attachments is fetched twice a second, as before the files came. Another
number of files can be given: `python bench/attachments.py 100`.
"""

import http.client
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread
from uuid import uuid4

PROJECT = Path(__file__).parents[1]
SCRIPTS = Path(sys.executable).parent
FILES, LONGEST, SLOWEST = 400, 600.0, 0.5  # how many; seconds for all; seconds for a page, p95, meanwhile
LEAST = 20  # pages, for a p95 to mean something
PAPERS, AT_ONCE, WARM, QUIET, BETWEEN = 20, 10, 10, 20.0, 0.5


def main(files: int) -> int:
    """Print the figures; the exit code tells whether they are good enough."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as running:
        environment = {**os.environ, "RAADSLAG_HOME": home, "RAADSLAG_SECOND_FACTOR": "0"}
        subprocess.run([SCRIPTS / "raadslag", "migrate"], env=environment, check=True, capture_output=True)
        fill_it = [sys.executable, __file__, "fill"]
        filled = subprocess.run(fill_it, env=environment, cwd=PROJECT, check=True, stdout=subprocess.PIPE)
        session, *papers = filled.stdout.decode().split()
        port = running.enter_context(served(environment))
        running.enter_context(process([SCRIPTS / "raadslag", "work"], environment))
        visitor = Visitor(port, session, papers)
        for number in range(WARM):
            visitor.fetch(number)
        quiet = visitor.fetch_for(QUIET)
        started = time.perf_counter()
        with visitor.fetching() as meanwhile:
            visitor.put_up(mixed(files))
            put_up = time.perf_counter() - started
            states = wait_until_done(Path(home) / "desk" / "store.sqlite3", files)
        took = time.perf_counter() - started
    rate, least = files / took * 60, FILES / LONGEST * 60
    print(
        f"{files} attachments of {len(kinds())} kinds: put up in {put_up:.0f} s, all done in {took:.0f} s, "
        f"{rate:.0f} a minute (at least {least:.0f}), {states}\n"
        f"a page with a list of attachments: {told(quiet)} before, {told(meanwhile)} meanwhile"
    )
    return int(rate < least or p95(meanwhile) > SLOWEST)


def told(seconds: list[float]) -> str:
    return f"p50 {median(seconds) * 1000:.0f} ms and p95 {p95(seconds) * 1000:.0f} ms"


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def kinds() -> dict[str, bytes]:
    """A file of each kind, as a case officer has them: the tests' builders make them."""
    office, pdf, mail, pictures = (
        import_module(f"tests.conversion.{name}_files") for name in ("office", "pdf", "mail", "picture")
    )
    return {
        "notat.docx": office.word(),
        "budget.xlsx": office.workbook(),
        "oplæg.pptx": office.slides(),
        "notat.odt": office.saved_as(office.word, ".odt"),
        "kort.pdf": pdf.plain(*["Højvandsmuren ved havnen. " * 30] * 12),
        "tegning.pdf": pdf.with_everything(),
        "skannet.pdf": pdf.of_pictures(pictures.scan(), pictures.scan()),
        "foto.jpg": pictures.photo("JPEG"),
        "svar.eml": mail.eml(("kort.pdf", pdf.plain("Kort"))),
        "referat.txt": "Højvandsmuren bliver to meter høj.\n".encode() * 200,
    }


def mixed(files: int) -> Iterator[tuple[str, bytes]]:
    """So many, half of them PDFs and Word files, each with bytes of its own."""
    of_each = kinds()
    usual = ["notat.docx", "kort.pdf", *of_each]
    for number in range(files):
        name = usual[number % len(usual)]
        stem, ending = name.rsplit(".", 1)
        yield f"{stem}-{number}.{ending}", of_each[name]


class Visitor:
    """Somebody who is logged in, over HTTP."""

    def __init__(self, port: int, session: str, papers: list[str]) -> None:
        self.port, self.papers, self.token = port, papers, "t" * 32
        self.cookies = {"Cookie": f"raadslag={session}; csrftoken={self.token}"}

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, path, body, {**self.cookies, **headers})
        response = connection.getresponse()
        response.read()
        connection.close()
        return response.status

    def fetch(self, number: int) -> float:
        """The seconds that one page takes."""
        started = time.perf_counter()
        status = self.ask(
            "GET", f"/skrivebord/bilag/til/indstilling/{self.papers[number % len(self.papers)]}/"
        )
        assert status == 200, status
        return time.perf_counter() - started

    def fetch_for(self, seconds: float) -> list[float]:
        taken: list[float] = []
        until = time.perf_counter() + seconds
        while time.perf_counter() < until or len(taken) < LEAST:
            taken.append(self.fetch(len(taken)))
            time.sleep(BETWEEN)
        return taken

    @contextmanager
    def fetching(self) -> Iterator[list[float]]:
        """Pages are fetched meanwhile; the list has the seconds that each took."""
        taken: list[float] = []
        stop = Event()

        def go_on() -> None:
            while not stop.is_set():
                taken.append(self.fetch(len(taken)))
                stop.wait(BETWEEN)

        thread = Thread(target=go_on)
        thread.start()
        try:
            yield taken
        finally:
            stop.set()
            thread.join()

    def put_up(self, files: Iterator[tuple[str, bytes]]) -> None:
        """Each by a request of its own, ten at a time, spread over the papers."""

        def one(numbered: tuple[int, tuple[str, bytes]]) -> None:
            number, (name, data) = numbered
            boundary = uuid4().hex
            status = self.ask(
                "POST",
                f"{self.page(number)}filer",
                form(boundary, self.token, name, data),
                **{"Content-Type": f"multipart/form-data; boundary={boundary}", "Accept": "application/json"},
            )
            assert status == 200, (name, status)

        with ThreadPoolExecutor(AT_ONCE) as at_once:
            list(at_once.map(one, enumerate(files)))

    def page(self, number: int) -> str:
        return f"/skrivebord/bilag/til/indstilling/{self.papers[number % len(self.papers)]}/"


def form(boundary: str, token: str, name: str, data: bytes) -> bytes:
    """The upload form as a browser sends it."""
    fields = (
        ("csrfmiddlewaretoken", token.encode()),
        (f'filer"; filename="{name}', data),
        ("alt-er-med", b"ja"),
    )
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n'.encode() + value + b"\r\n"
        for field, value in fields
    ]
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def wait_until_done(store: Path, files: int) -> str:
    """Until none is under way; how many ended how."""
    while True:
        connection = sqlite3.connect(store)
        states = dict(connection.execute("SELECT state, count(*) FROM desk_attachmentfile GROUP BY state"))
        connection.close()
        if sum(states.values()) == files and not {"waiting", "converting"} & set(states):
            return ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        time.sleep(0.5)


@contextmanager
def process(command: list[object], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [str(part) for part in command], env=environment, cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            running.terminate()


@contextmanager
def served(environment: dict[str, str]) -> Iterator[int]:
    """A server; gives its port."""
    with process([SCRIPTS / "raadslag", "serve", "--port", "0"], environment) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline().split("//")[1].split("/")[0].split(":")[1])


def fill() -> None:
    """What the process does that fills the store: papers of Karen's, and her session."""
    import_module("config.start")
    lindevad = import_module("tests.models.lindevad").Lindevad()
    client = import_module("django.test").Client()
    import_module("tests.desk.entering").enter(client, lindevad.cast.karen)
    print(client.session.session_key, *[lindevad.paper().key for _ in range(PAPERS)])


if __name__ == "__main__":
    if sys.argv[1:] == ["fill"]:
        fill()
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else FILES))
