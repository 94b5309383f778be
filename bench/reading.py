"""How long reading takes beside PDFium alone: `python bench/reading.py [FILE.pdf …]`.

PDFium alone is pypdfium2 giving the text and the box of every text object. Both are measured in turns in
this one run, and the ratio is of their best times. Without files, minutes of 28 and of 1,000 pages are made.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import typst

from raadslag.reading import read

TURNS = 7
MOST = 2.0
SIZES = (28, 1000)
TEMPLATE = """
#set document(title: "Referat")
#set page(paper: "a4", footer: context [Side #counter(page).display() af {pages}])
#set text(lang: "da", size: 10.5pt)
#for item in range(1, {pages} + 1) [
  = Punkt #item: Orientering om grønne områder i Lindevad nr. #item
  SAG-2025-#(100000 + item)
  == Baggrund
  #for part in range(6) [
    #lorem(60) Udvalget drøftede *vedligeholdelsen* af stierne, herunder beplantning og belysning.

    - Forvaltningen vender tilbage med et _notat_ om økonomien.
  ]
  == Beslutning for Punkt #item: Orientering om grønne områder i Lindevad nr. #item
  Taget til efterretning.
  #pagebreak(weak: true)
]
"""


def main(paths: list[Path]) -> int:
    """Print one line for each document; the exit code tells whether every ratio is within bounds."""
    with tempfile.TemporaryDirectory() as folder:
        ratios = [compare(path) for path in paths or made(Path(folder))]
    return int(max(ratios) > MOST)


def compare(path: Path) -> float:
    """Measure one document both ways, print the figures, and give the ratio."""
    alone, reading = [], []
    for _ in range(TURNS):
        alone.append(seconds(lambda: pdfium_alone(path)))
        reading.append(seconds(lambda: read(path)))
    ratio = min(reading) / min(alone)
    pages = len(pdfium.PdfDocument(path))
    print(
        f"{path.name}: {pages} pages, PDFium alone {min(alone):.3f} s, reading {min(reading):.3f} s, "
        f"ratio {ratio:.2f} (at most {MOST})"
    )
    return ratio


def pdfium_alone(path: Path) -> int:
    """The text and the box of every text object, with pypdfium2's own calls and nothing else."""
    found = 0
    for page in pdfium.PdfDocument(path):
        text = page.get_textpage()
        for piece in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], textpage=text):
            found += bool(piece.extract() and piece.get_bounds())
        text.close()
        page.close()
    return found


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes on the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def made(folder: Path) -> list[Path]:
    """Minutes of every size, in a folder; made in a process apart, for Typst leaves its own much to carry."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return [apart.submit(minutes, folder, pages).result() for pages in SIZES]


def minutes(folder: Path, pages: int) -> Path:
    """Minutes of so many pages, an item to a page."""
    path = folder / f"referat-{pages}.pdf"
    with pikepdf.Pdf.open(io.BytesIO(typst.compile(TEMPLATE.format(pages=pages).encode()))) as pdf:
        del pdf.pages[pages:]
        pdf.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
