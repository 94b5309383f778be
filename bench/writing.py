"""Minutes of 200 pages beside a bare Typst compile of the same text: `python bench/writing.py`.

The bare compile has the same words in the same fonts, with Typst's own headings, list of contents, page
numbers, Danish hyphenation and PDF standards, and nothing else: no template, boxes or embedded record. The
two take turns, each on a text of its own that Typst has not set before, and the ratio is of their least
processor times in this one run. A second ratio is to a compile with neither contents nor page numbers.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from random import Random

import pikepdf
import typst

from raadslag.record import Attachment, Decision, Item, MeetingRecord, Outcome, Section, Stage
from raadslag.record.sheet import Style
from raadslag.writing import fonts, pdf
from raadslag.writing.paragraphs import plain
from raadslag.writing.setting import set_out

ITEMS, PARAGRAPHS, TURNS, MOST = 140, 12, 7, 1.2
WORDS = (
    *(
        "byrådet",
        "kommunalbestyrelsen",
        "beskæftigelsesplanerne",
        "forvaltningen",
        "indstiller",
        "at",
        "planen",
    ),
    *("for", "cykelstier", "i", "de", "østlige", "bydele", "godkendes", "og", "sendes", "i", "høring", "hos"),
    *("ældrerådet", "handicaprådet", "og", "borgerne", "med", "henblik", "på", "arbejdsmarkedsuddannelser"),
    *("kriminalpræventive", "tilbud", "og", "dimittendledighed", "til", "12,5", "mio.", "kr.", "fra", "2026"),
)
# about one word in fifty has a hyphen of its own, as in the minutes of Danish councils
HYPHENED = ("MSB-sager", "22.00-23.00", "for- og bagside", "EMN-2025-003383")
ONE_IN = 50
BARE = """
#let parts = json(bytes(sys.inputs.parts))
#set document(title: "Referat")
#set page(paper: "a4", margin: (x: 66pt, top: 74pt, bottom: 70pt), {numbering})
#set text(font: ("IBM Plex Sans", "DejaVu Sans"), fallback: false, size: 10pt, lang: "da", hyphenate: true)
#set par(leading: 5.4pt, spacing: 9pt)
#heading(level: 1)[Referat]
{contents}
#for part in parts {{
  if part.level > 0 {{ heading(level: part.level, part.text) }} else {{ par(part.text) }}
}}
"""
NUMBERS = "footer: context [side #counter(page).display() af #counter(page).final().first()]"
NUMBERED = BARE.format(numbering=NUMBERS, contents="#outline(title: none, depth: 2)")
BAREST = BARE.format(numbering="", contents="")


HEADINGS = {Style.ITEM: 2, Style.CAPTION: 3, Style.HEADING: 3}


def main() -> int:
    """Print the figures; the exit code tells whether the ratio is within bounds."""
    bare, barest, ours, pages = [], [], [], 0
    for turn in range(TURNS):
        bare.append(seconds(partial(compiled, NUMBERED, bare_text(minutes(f"bare {turn}"))))[0])
        barest.append(seconds(partial(compiled, BAREST, bare_text(minutes(f"barest {turn}"))))[0])
        taken, data = seconds(partial(pdf.write, minutes(f"ours {turn}")))
        ours.append(taken)
        pages = len(pikepdf.open(BytesIO(data)).pages)
    ratio = min(ours) / min(bare)
    print(
        f"minutes of {pages} pages: bare Typst {min(bare):.2f} s, Rådslag {min(ours):.2f} s, "
        f"ratio {ratio:.2f} (at most {MOST}); to one without contents {min(ours) / min(barest):.2f}"
    )
    return int(ratio > MOST)


def seconds(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """The processor time that the work takes, and what it makes."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def minutes(seed: str) -> MeetingRecord:
    """Minutes of about 200 pages; no paragraph of one seed occurs in those of another."""
    random = Random(seed)
    return MeetingRecord(
        authority="Lindevad Kommune",
        body="Byrådet",
        stage=Stage.MINUTES,
        items=tuple(item(number, random) for number in range(1, ITEMS + 1)),
    )


def item(number: int, random: Random) -> Item:
    return Item(
        number=str(number),
        title=prose(random, 9),
        case_number=f"EMN-2025-{number:06}",
        recommendation=(prose(random, 15), prose(random, 20)),
        sections=(
            Section(heading="Baggrund", text=paragraphs(random)),
            Section(heading="Økonomi", text=prose(random, 60)),
        ),
        decision=Decision(text=prose(random, 14), outcome=Outcome.APPROVED),
        attachments=tuple(Attachment(number=str(at), title=prose(random, 5)) for at in range(1, 4)),
    )


def paragraphs(random: Random) -> str:
    return "\n".join(prose(random, 55) for _ in range(PARAGRAPHS - 3))


def prose(random: Random, words: int) -> str:
    return " ".join(
        random.choice(HYPHENED) if random.randrange(ONE_IN) == 0 else random.choice(WORDS)
        for _ in range(words)
    )


def bare_text(record: MeetingRecord) -> str:
    """The same words, one paragraph after the other, as JSON."""
    parts = [
        {"level": HEADINGS.get(block.style, 0), "text": plain(block)} for block in sheet_of(set_out(record))
    ]
    return json.dumps(parts, ensure_ascii=False)


def compiled(template: str, parts: str) -> bytes:
    """The PDF of a template, by a compiler that is made for it."""
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    data = typst.Compiler(b"", font_paths=own).compile(
        input=template.encode(),
        format="pdf",
        sys_inputs={"parts": parts},
        pdf_standards=["a-3a", "ua-1"],
    )
    assert isinstance(data, bytes)
    return data


def sheet_of(content: Sequence) -> list:
    """The blocks of the groups of a sheet."""
    return [
        block for part in content for block in ([part] if hasattr(part, "style") else sheet_of(part.content))
    ]


if __name__ == "__main__":
    sys.exit(main())
