"""How long a line may be: no line of print is longer, and a longer one would choke what reads on."""

from raadslag.reading.unreadable import UnreadableDocument

LONGEST_LINE = 100_000


def refuse_long(text: str, page: int, line: int) -> None:
    """Raise UnreadableDocument for a line that is too long."""
    if len(text) > LONGEST_LINE:
        raise UnreadableDocument(f"Linje {line} på side {page} er på {len(text)} tegn; del teksten i linjer.")
