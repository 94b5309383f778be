"""Office files of today and of old are printed as they read in the end, and what is hidden is told."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from raadslag.conversion import Converted, Kind, What, convert
from tests.conversion import office_files as files
from tests.conversion.all_in import all_in

pytestmark = pytest.mark.xdist_group("office files")

Write = Callable[[], bytes]
WORD = (files.WORD_SEEN, files.WORD_SECRETS)
WORKBOOK = (files.WORKBOOK_SEEN, files.WORKBOOK_SECRETS)
SLIDES = ((files.SEEN,), files.SLIDES_SECRETS)

TODAY = {
    Kind.DOCX: (files.word, *WORD),
    Kind.XLSX: (files.workbook, *WORKBOOK),
    Kind.PPTX: (files.slides, *SLIDES),
}
IN_OTHER_FORMATS = {
    Kind.ODT: (files.word, *WORD),
    Kind.ODS: (files.workbook, *WORKBOOK),
    Kind.ODP: (files.slides, *SLIDES),
    Kind.RTF: (files.word, (files.SEEN, "Beløbet er femhundrede kr."), ("Skjulte ord", files.AUTHOR)),
    Kind.DOC: (files.word, (files.SEEN, "Beløbet er femhundrede kr."), files.WORD_SECRETS),
    Kind.XLS: (files.workbook, *WORKBOOK),
    Kind.PPT: (files.slides, (files.SEEN,), ("Det skjulte dias", "Talerens noter", files.AUTHOR)),
}
EVERY = {**TODAY, **IN_OTHER_FORMATS}


@pytest.fixture(scope="module", params=EVERY, ids=str)
def printed(request: pytest.FixtureRequest) -> tuple[Kind, Converted]:
    kind: Kind = request.param
    write = EVERY[kind][0]
    data = write() if kind in TODAY else files.saved_as(write, kind.value)
    return kind, convert(data, f"bilag{kind.ending}")


def test_it_reads_as_it_does_in_the_end(printed: tuple[Kind, Converted]) -> None:
    kind, converted = printed
    words = " ".join(converted.text.split())
    assert converted.kind is kind
    assert [seen for seen in EVERY[kind][1] if seen not in words] == []


def test_nothing_hidden_is_in_the_copy(printed: tuple[Kind, Converted]) -> None:
    kind, converted = printed
    everything = " ".join(all_in(converted.pdf).split())
    assert [secret for secret in EVERY[kind][2] if secret in everything] == []


def test_the_copy_is_tagged_and_says_nothing_of_who_made_it(printed: tuple[Kind, Converted]) -> None:
    _, converted = printed
    with pikepdf.open(BytesIO(converted.pdf)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/Info" not in pdf.trailer
        assert "/Metadata" not in pdf.Root


FOUND = {
    Kind.DOCX: {
        What.MACRO: 1,
        What.EMBEDDED_FILE: 1,
        What.HIDDEN_TEXT: 1,
        What.TRACKED_CHANGE: 7,
        What.COMMENT: 1,
        What.METADATA: 1,
    },
    Kind.XLSX: {What.HIDDEN_SHEET: 2, What.HIDDEN_CELLS: 2, What.COMMENT: 1, What.METADATA: 1},
    Kind.PPTX: {
        What.HIDDEN_SLIDE: 1,
        What.HIDDEN_SHAPE: 2,
        What.SPEAKER_NOTE: 1,
        What.COMMENT: 1,
        What.METADATA: 1,
    },
}


def test_what_was_hidden_is_told(printed: tuple[Kind, Converted]) -> None:
    kind, converted = printed
    told = {finding.what: finding.count for finding in converted.findings}
    if kind in FOUND:
        assert told == FOUND[kind]
    else:
        hidden = {What.HIDDEN_TEXT, What.HIDDEN_SHEET, What.HIDDEN_SLIDE}
        assert hidden & set(told)


def test_hidden_sheets_are_named() -> None:
    converted = convert(files.workbook(), "budget.xlsx")
    (hidden,) = [finding for finding in converted.findings if finding.what is What.HIDDEN_SHEET]
    assert hidden.which == ("Lønninger", "Helt skjult")


def test_a_wide_table_stays_in_one_piece() -> None:
    converted = convert(files.wide_workbook(), "bred.xlsx")
    assert converted.pages == 1
    with pypdfium2.PdfDocument(converted.pdf) as pdf:
        assert pdf[0].get_width() > pdf[0].get_height()
