"""A meeting page with thirty items, served in earnest, beside a bare Django view: `python bench/pages.py`.

Both servers are one process of gunicorn with eight threads; this process is the client, with eight
connections. The page is measured warm (kept in memory), asked for again by those who have it (304), and
for comparison drawn anew each time (a host name never seen before, so that nothing kept will do).
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import django

from raadslag.record import Attachment, Decision, Item, Kind, MeetingRecord, Outcome, Section, Stage

PROJECT = Path(__file__).parents[1]
LEAST = 150  # requests a second
CONNECTIONS, SECONDS = 8, 4.0
PAGE = "/moeder/byraadet/2025-08-27/referat/"
SCRIPTS = Path(sys.executable).parent


def main() -> int:
    """Print the figures; the exit code tells whether the page is fast enough."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "RAADSLAG_HOME": home, "RAADSLAG_ALLOWED_HOSTS": "*"}
        subprocess.run([SCRIPTS / "raadslag", "migrate"], env=environment, check=True, capture_output=True)
        subprocess.run([sys.executable, __file__, "publish"], env=environment, check=True)
        with served([SCRIPTS / "raadslag", "serve", "--only", "public", "--port", "0"], environment) as port:
            etag = ask(port, PAGE, {}).headers["ETag"]
            kept = rate(port, PAGE, {})
            unchanged = rate(port, PAGE, {"If-None-Match": etag})
            anew = rate(port, PAGE, {"Host": "{}.example"})
        gunicorn = [SCRIPTS / "gunicorn", "bench.hello:application", "--bind", "127.0.0.1:0"]
        with served([*gunicorn, "--threads", str(CONNECTIONS)], environment) as port:
            hello = rate(port, "/", {})
    print(
        f"A meeting page of 30 items, one server process: {kept:.0f} requests/s (at least {LEAST}), "
        f"{unchanged:.0f} not modified, {anew:.0f} drawn anew each time; "
        f"a bare view {hello:.0f}: ratio {hello / kept:.2f}"
    )
    return int(kept < LEAST)


@contextmanager
def served(command: list[object], environment: Mapping[str, str]) -> Iterator[int]:
    """A server; gives the port that it says it listens on."""
    with subprocess.Popen(
        [str(part) for part in command],
        env=environment,
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            for line in server.stdout:
                if said := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                    yield int(said[1])
                    break
        finally:
            server.terminate()


def ask(port: int, path: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=dict(headers))
    response = connection.getresponse()
    response.read()
    return response


def rate(port: int, path: str, headers: Mapping[str, str]) -> float:
    """Requests a second over all connections, after a second to warm up."""
    with ThreadPoolExecutor(CONNECTIONS) as connections:
        list(connections.map(lambda _: asked(port, path, headers, 1.0), range(CONNECTIONS)))
        started = time.perf_counter()
        count = sum(connections.map(lambda _: asked(port, path, headers, SECONDS), range(CONNECTIONS)))
        return count / (time.perf_counter() - started)


def asked(port: int, path: str, headers: Mapping[str, str], seconds: float) -> int:
    """How many answers one connection got in the time. "{}" in a header is new for every request."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    count, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        named = {name: value.format(f"{id(connection)}-{count}") for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        response = connection.getresponse()
        response.read()
        assert response.status in (200, 304), response.status
        count += 1
    connection.close()
    return count


def meeting() -> MeetingRecord:
    """Minutes as a council leaves them: thirty items with text, decision and attachments."""
    items = tuple(
        Item(
            number=str(number),
            title=f"Anlæg af cykelsti nummer {number} langs Åvej",
            kind=Kind.DECISION,
            case_number=f"EMN-2025-{number:06}",
            sections=(Section(heading="Sagsfremstilling", text="Stien bliver 900 meter lang. " * 60),),
            decision=Decision(text="Byrådet godkendte indstillingen. " * 4, outcome=Outcome.APPROVED),
            attachments=tuple(Attachment(number=str(each), title=f"Kort {each}") for each in range(1, 4)),
        )
        for number in range(1, 31)
    )
    return MeetingRecord(
        body="Byrådet",
        stage=Stage.MINUTES,
        starts_at=datetime(2025, 8, 27, 16),
        place="Byrådssalen",
        items=items,
    )


def publish() -> None:
    """What the process does that fills the store."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    at = datetime(2025, 9, 1, tzinfo=UTC)
    import_module("raadslag.publishing").publish(meeting(), {}, by="Anna", at=at, why="Måling")


if __name__ == "__main__":
    if sys.argv[1:] == ["publish"]:
        publish()
    else:
        sys.exit(main())
