"""Words that stand in a template to help its writer, and are no content when they come back."""

import re
from collections.abc import Iterable

# what Word itself writes where something is to be typed, and what municipalities write after it
PLACEHOLDER = re.compile(
    r"[\[<(]?\s*(?:(?:klik|tryk)(?: eller (?:klik|tryk))? (?:her|på dette felt)\b.{0,80}"
    r"|(?:skriv|indsæt|angiv) (?:tekst(?: her)?|her)|vælg (?:en dato|et element)"
    r"|click (?:or tap )?here .{0,60})"
    r"[\s.…\])>]*",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")


class Guidance:
    """The guidance of a template."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = {_bare(part) for text in texts for part in (text, *SENTENCE.split(text))} - {""}

    def is_all_of(self, text: str) -> bool:
        """Is a paragraph nothing but guidance?"""
        if PLACEHOLDER.fullmatch(text) or _bare(text) in self._known:
            return True
        parts = [bare for part in SENTENCE.split(text) if (bare := _bare(part))]
        return bool(parts) and all(part in self._known for part in parts)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
