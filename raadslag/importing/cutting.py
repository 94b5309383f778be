"""An attachment's own pages, cut out of the pack they are in."""

from io import BytesIO
from pathlib import Path

import pikepdf

from raadslag.writing.packs.cleaning import clean

# What a page says of the document it came from.
OF_THE_PACK = {"/StructParents", "/Metadata", "/PieceInfo"}


def cut(pack: Path, first: int, last: int, title: str) -> bytes:
    """The pages from `first` to `last`, counted from 1, as a PDF that says nothing of the rest of the pack.

    Only the pages are taken along, without scripts, and the title is the only thing it says of itself. The
    same pages give the same bytes. Raises pikepdf.PdfError.
    """
    with pikepdf.open(pack) as whole, pikepdf.new() as part:
        part.pages.extend(whole.pages[first - 1 : last])
        clean(part)
        for page in part.pages:
            for key in OF_THE_PACK & set(page.obj.keys()):
                del page.obj[key]
        part.docinfo["/Title"] = title
        part.remove_unreferenced_resources()
        cut_out = BytesIO()
        part.save(cut_out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return cut_out.getvalue()
