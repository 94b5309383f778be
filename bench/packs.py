"""A pack of 1,000 pages in 50 attachments beside a bare merge: `python bench/packs.py`.

The bare merge is pikepdf copying the same pages after the same minutes and laying the same stamps on
them: no bookmarks, links or tags, and nothing removed. Each way runs in a process of its own, in turns, and
the ratio is of their least processor times in this one run.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

from raadslag.record import Attachment, Item, MeetingRecord, Stage
from raadslag.writing import pdf
from raadslag.writing.packs import pack
from raadslag.writing.packs.geometry import view
from raadslag.writing.packs.stamping import Stamp, set_stamps

ATTACHMENTS, PAGES, TURNS = 50, 20, 3
MOST, MOST_MEGABYTES = 3.0, 400
PAPER = """
#set document(title: "Notat {number}")
#set text(lang: "da", size: 10.5pt)
#for page in range({pages}) [
  = Afsnit #page i notat {number}
  #lorem(180)
  #table(columns: 4, table.header[Vej][2024][2025][2026], ..range(24).map(cell => [#(cell * page)]))
  #lorem(120)
  #pagebreak(weak: true)
]
"""


def main() -> int:
    """Print the figures; the exit code tells whether they are within bounds."""
    with tempfile.TemporaryDirectory() as folder:
        make_papers(Path(folder))
        runs = [(run("bare", folder), run("pack", folder)) for _ in range(TURNS)]
    bare, packed = (min(seconds for seconds, _ in way) for way in zip(*runs, strict=True))
    megabytes = max(used for _, (_, used) in runs)
    ratio = packed / bare
    print(
        f"{ATTACHMENTS * PAGES} pages in {ATTACHMENTS} attachments: bare merge with stamps {bare:.2f} s, "
        f"pack {packed:.2f} s, ratio {ratio:.2f} (at most {MOST}), "
        f"peak memory {megabytes:.0f} MB (at most {MOST_MEGABYTES})"
    )
    return int(ratio > MOST or megabytes > MOST_MEGABYTES)


def make_papers(folder: Path) -> None:
    """Papers as officers upload them: every other one tagged."""
    for number in range(ATTACHMENTS):
        paper = PAPER.format(number=number, pages=PAGES).encode()
        typst.compile(paper, output=str(folder / f"{number}.pdf"), format="pdf", pdf_tags=number % 2 == 0)


def run(way: str, folder: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes of one way in a process of its own."""
    command = [sys.executable, __file__, way, folder]
    seconds, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return seconds, megabytes


def measured(way: str, folder: Path) -> None:
    """What the process does that `run` starts."""
    started = time.process_time()
    {"bare": bare_merge, "pack": make_pack}[way](folder)
    seconds = time.process_time() - started
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def meeting() -> MeetingRecord:
    """Minutes that list the papers, five to an item."""
    listed = [Attachment(number=str(at % 5 + 1), title=f"notat {at}.pdf") for at in range(ATTACHMENTS)]
    items = (
        Item(number=str(at // 5 + 1), title="Grønne områder", attachments=tuple(listed[at : at + 5]))
        for at in range(0, ATTACHMENTS, 5)
    )
    return MeetingRecord(stage=Stage.MINUTES, body="Teknikudvalget", items=tuple(items))


def make_pack(folder: Path) -> None:
    """Our way."""
    files = {(at // 5, at % 5): folder / f"{at}.pdf" for at in range(ATTACHMENTS)}
    pack(meeting(), files, folder / "pack.pdf")


def bare_merge(folder: Path) -> None:
    """The pages in one file, each with its stamp, as pikepdf's manual says; no more."""
    with pikepdf.open(BytesIO(pdf.write(meeting()))) as whole:
        own = len(whole.pages)
        sources = [pikepdf.open(folder / f"{at}.pdf") for at in range(ATTACHMENTS)]
        for source in sources:
            whole.pages.extend(source.pages)
        stamps = [
            Stamp(page, f"Punkt 1, Bilag 1: notat {number}.pdf", f"side {number} af {ATTACHMENTS * PAGES}")
            for number, page in enumerate(whole.pages[own:], start=own + 1)
        ]
        with pikepdf.open(BytesIO(set_stamps(stamps, [view(each.page) for each in stamps]))) as sheet:
            for each, set_stamp in zip(stamps, sheet.pages, strict=True):
                each.page.add_overlay(set_stamp)
            whole.save(folder / "bare.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measured(sys.argv[1], Path(sys.argv[2]))
    else:
        sys.exit(main())
