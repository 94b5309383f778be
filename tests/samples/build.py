"""Makes the printed samples from their sources: NAME.typ becomes NAME.pdf, NAME.paragraphs becomes NAME.docx.

Run after changing a source: python -m tests.samples.build
"""

from pathlib import Path

import typst
from docx import Document

SAMPLES = Path(__file__).parent


def print_pdf(source: Path) -> None:
    """Sets a Typst source as the PDF beside it."""
    typst.compile(source, output=source.with_suffix(".pdf"), root=SAMPLES)


def write_docx(source: Path) -> None:
    """Writes the DOCX beside a source of paragraphs, one to a line: "style: text"."""
    document = Document()
    for line in source.read_text(encoding="utf-8").splitlines():
        style, _, text = line.partition(": ")
        document.add_paragraph(text, style=style)
    document.save(str(source.with_suffix(".docx")))


def main() -> None:
    """Builds every sample that has a source."""
    for source in sorted(SAMPLES.rglob("*.typ")):
        if source.parent != SAMPLES:
            print_pdf(source)
    for source in sorted(SAMPLES.rglob("*.paragraphs")):
        write_docx(source)


if __name__ == "__main__":
    main()
