"""What an agenda's files are called when they are saved."""

from raadslag.archive.addresses import slug
from raadslag.models import Meeting


def pack_name(meeting: Meeting, *words: str) -> str:
    """ "dagsorden-havneudvalget-2026-03-16-udkast.pdf" """
    said = ("dagsorden", slug(meeting.body.name), meeting.held_on.isoformat(), *words)
    return f"{'-'.join(filter(None, said))}.pdf"
