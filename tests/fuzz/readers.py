"""The atheris harness: `python -m tests.fuzz.readers -max_total_time=60 CORPUS` looks for a broken promise.

Text and Word files are read in this process, where atheris sees which branches they reach. PDFs are read
in a limited child, as ever, for a crash of PDFium is one of the ends that `read` allows.
"""

import sys

import atheris

with atheris.instrument_imports(include=["raadslag.reading"]):
    from tests.fuzz.disguises import as_content_of_pdf, as_part_of_word, broken_pdf
    from tests.fuzz.promise import in_child, keep


def one_input(data: bytes) -> None:
    """Read the input as what its first byte says."""
    kind, data = data[:1], data[1:]
    if kind == b"w":
        keep(as_part_of_word(data))
    elif kind == b"c":
        in_child(as_content_of_pdf(data))
    elif kind == b"p":
        in_child(broken_pdf(data))
    else:
        keep(data)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
