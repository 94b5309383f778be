"""Taking passages and areas out of a PDF, and proving on the finished file that they are gone."""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from raadslag.record.redacted import REDACTED
from raadslag.writing.redaction import rewriting, scrubbing
from raadslag.writing.redaction.area import Area
from raadslag.writing.redaction.covering import cover
from raadslag.writing.redaction.glyphs import Unsure
from raadslag.writing.redaction.letters import Letter, areas_of, letters, pattern, under
from raadslag.writing.redaction.picturing import become_picture

Pattern = re.Pattern[str]
DEEPEST_FORM = 5
STRAIGHT = 6  # points of a path: a rule or a box has no more
SHORTEST_SCRUBBED = 4  # letters of a line in an area that is sought in metadata and tags too


class CannotRedact(ValueError):
    """The file cannot be redacted so that it is certain. The message is a Danish sentence."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """The finished file; `removed` are the texts that were taken out, a line each, for those who may see
    them; `pages` the pages touched, from 1, of which `pictures` became pictures of themselves."""

    data: bytes
    removed: tuple[str, ...]
    pages: tuple[int, ...]
    pictures: tuple[int, ...]


def redact(pdf: bytes, passages: Sequence[str] = (), areas: Sequence[Area] = ()) -> Redacted:
    """Takes the passages out wherever they stand, and all that is in the areas; black boxes stand there.

    A passage is found however its lines are broken, in capital or small letters. It is taken out of
    metadata, bookmarks and tags too; files inside, scripts and annotations over the areas are dropped.
    Raises CannotRedact: a passage is not there, or the file cannot be worked on.
    """
    try:
        among = letters(pdf)
        asked = [" ".join(each.split()) for each in passages if each.strip()]
        found = {passage: list(areas_of([passage], among)) for passage in asked}
        everywhere = [*areas, *(area for each in found.values() for area in each)]
        lines = lines_under(among, areas)
        patterns = [pattern(each) for each in (*asked, *lines)]
        pictures = {area.page for area in areas if hides_pictures(pdf, area, whole=True)}
        pictures |= {
            area.page for each in found.values() for area in each if hides_pictures(pdf, area, whole=False)
        }
        touched = tuple(sorted({area.page for area in everywhere}))
        made, unsure = attempt(pdf, everywhere, among, patterns, pictures)
        if unsure:
            pictures |= unsure
            made, unsure = attempt(pdf, everywhere, among, patterns, pictures)
    except (pikepdf.PdfError, pdfium.PdfiumError) as error:
        raise CannotRedact("Filen er beskadiget eller låst. Gem den på ny som PDF, og prøv igen.") from error
    for passage in asked:
        if not found[passage] and not any(pattern(passage).search(text) for text in said_beside(pdf)):
            raise CannotRedact(f"»{passage}« står ikke i filen. Ret ordene, eller marker stedet på siden.")
    if unsure or is_left(made, patterns[: len(asked)]):
        raise CannotRedact("Det kunne ikke fjernes helt. Gem siden som billede, og marker stedet på den.")
    removed = (*(each for each in asked), *lines)
    return Redacted(made, removed, touched, tuple(sorted(pictures)))


def attempt(
    pdf: bytes,
    areas: Sequence[Area],
    among: Sequence[Letter],
    patterns: Sequence[Pattern],
    pictures: Iterable[int],
) -> tuple[bytes, set[int]]:
    """The file without what is in the areas, and the pages of which that is not proven."""
    unsure: set[int] = set()
    pages = sorted({area.page for area in areas})
    with pikepdf.open(BytesIO(pdf)) as document:
        for number in pages:
            page, here = document.pages[number - 1], [area for area in areas if area.page == number]
            if number in pictures:
                scrubbing.retag_whole(document, page)
                become_picture(document, number, pdf, here, among)
            else:
                try:
                    content, marks = rewriting.without(page, here)
                except Unsure:
                    unsure.add(number)
                    continue
                page.obj.Contents = document.make_stream(content)
                scrubbing.forget_spoken(document, page, marks)
        scrubbing.scrub(document, patterns, areas)
        for number in pages:
            cover(document, document.pages[number - 1], [area for area in areas if area.page == number])
        target = BytesIO()
        document.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    made = target.getvalue()
    return made, unsure | not_proven(among, letters(made), areas)


def not_proven(before: Sequence[Letter], after: Sequence[Letter], areas: Sequence[Area]) -> set[int]:
    """The pages where something is left in an area, or something beside them is gone."""
    wrong = set()
    for number in {area.page for area in areas}:
        here = [area for area in areas if area.page == number]
        left = signs(each for each in after if each.page == number and under(each, here))
        outside = signs(each for each in before if each.page == number and not under(each, here))
        kept = signs(each for each in after if each.page == number and not under(each, here))
        if left.replace(sorted_signs(REDACTED * len(here)), "") or outside != kept:
            wrong.add(number)
    return wrong


def signs(found: Iterable[Letter]) -> str:
    """The signs that are drawn, sorted: what is written over is read in another order."""
    return "".join(sorted(each.sign for each in found if each.box is not None and each.sign.strip()))


def sorted_signs(text: str) -> str:
    return "".join(sorted(text))


def hides_pictures(pdf: bytes, area: Area, *, whole: bool) -> bool:
    """Whether a picture or a drawing lies in the area. With `whole` any line of one counts, else what is
    more than a rule or a box, which say nothing of the words on them."""
    with pdfium.PdfDocument(pdf) as document, closing(document[area.page - 1]) as page:
        kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
        for drawn in page.get_objects(filter=kinds, max_depth=DEEPEST_FORM):
            if drawn.container is not None:
                return True  # a drawing in a drawing has places of its own
            if not area.meets(*drawn.get_bounds()):
                continue
            if drawn.type != raw.FPDF_PAGEOBJ_PATH or not is_plain(drawn, area, whole=whole):
                return True
    return False


def is_plain(path: pdfium.PdfObject, area: Area, *, whole: bool) -> bool:
    """Whether the path tells nothing: a ground that the whole area lies on, or a rule through words."""
    few = raw.FPDFPath_CountSegments(path) <= STRAIGHT
    return few and (not whole or area.is_within(*path.get_bounds()))


def lines_under(among: Sequence[Letter], areas: Sequence[Area]) -> list[str]:
    """What stands in the areas, a line each, as far as it is words that can be sought elsewhere."""
    lines: list[str] = []
    for area in areas:
        text = "".join(each.sign if under(each, [area]) else "\n" if ends(each) else " " for each in among)
        parts = (" ".join(each.split()) for each in text.split("\n"))
        lines += [each for each in parts if sum(map(str.isalnum, each)) >= SHORTEST_SCRUBBED]
    return list(dict.fromkeys(lines))


def ends(letter: Letter) -> bool:
    """Whether what stands in an area ends there: at a letter beside it, or at a line's end."""
    return letter.box is not None or letter.sign in "\r\n"


def said_beside(pdf: bytes) -> Iterable[str]:
    """The strings beside the pages: a passage may stand there alone."""
    with pikepdf.open(BytesIO(pdf)) as document:
        yield from map(str, document.docinfo.values())
        for holder in scrubbing.holders(document):
            values = (
                list(holder) if isinstance(holder, pikepdf.Array) else list(dict(holder.items()).values())
            )
            yield from (str(each) for each in values if isinstance(each, pikepdf.String))


def is_left(made: bytes, patterns: Iterable[Pattern]) -> bool:
    """Whether a passage can still be read anywhere in the finished file."""
    texts = ["".join(each.sign for each in letters(made)), *said_beside(made)]
    with pikepdf.open(BytesIO(made)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream) and each.get(pikepdf.Name.Subtype) != pikepdf.Name.Image:
                texts.append(each.read_bytes().decode("latin-1"))
    return any(each.search(text) for each in patterns for text in texts)
