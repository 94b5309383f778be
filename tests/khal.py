"""khal, a calendar program that people use, with a calendar of its own in a folder."""

import os
import subprocess
import sys
from pathlib import Path

KHAL = Path(sys.executable).with_name("khal")
CONFIGURATION = """
[calendars]
[[moeder]]
path = {folder}/moeder
[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


class Khal:
    """A person's calendar. What it is given again under the same UID takes the place of what it had."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "moeder").mkdir(parents=True)
        (folder / "khal.conf").write_text(CONFIGURATION.format(folder=folder))

    def run(self, *arguments: str) -> str:
        command = [str(KHAL), "--config", str(self.folder / "khal.conf"), *arguments]
        done = subprocess.run(
            command, env={**os.environ, "HOME": str(self.folder)}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def take_in(self, calendar: bytes) -> None:
        """Reads an .ics file in."""
        path = self.folder / "in.ics"
        path.write_bytes(calendar)
        self.run("import", "--batch", "--include-calendar", "moeder", str(path))

    def shows(self, first: str, last: str) -> list[str]:
        """A line for each meeting from one date to another: when, what, where, and how it stands."""
        line = "{start-long-full} {title} [{location}] {status}"
        lines = self.run("list", "--day-format", "", "--format", line, first, last).splitlines()
        return [line.strip() for line in lines if line.strip()]
