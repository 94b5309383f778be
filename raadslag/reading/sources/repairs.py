"""Repairs of text that hold for every source: what a person sees on the paper is what we keep."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
UNREADABLE = "\ufffd"

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SPACES = dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
CONTROLS = dict.fromkeys(map(chr, (*range(0x20), *range(0x7F, 0xA0))), "")
UNSEEN = dict.fromkeys(
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff" + "\u202a\u202b\u202c\u202d\u202e", ""
)
# PDFium writes a hyphen at a line's end as U+0002; Word's symbol fonts have their bullets at U+F0xx
HYPHENS = dict.fromkeys("\x02\u2010\u2011", "-")
BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf06e\uf06f\uf071\uf0fc\uf0e0", "•")

repairs = str.maketrans({**CONTROLS, **UNSEEN, **SPACES, **HYPHENS, **LIGATURES, **BULLETS})
# every character but those that a Danish text holds as a matter of course, and what mojibake begins with
suspect = re.compile(r"[^ -~¡-¬®-ÁÄ-ÎÐ-áã-˿ –—‘’‚“”„†•…€]")
private = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")


def _mojibake() -> dict[str, str]:
    """UTF-8 shown in another code page: "Ã¥", "├Ñ" or "├ą" for "å". No such pair occurs in Danish prose."""
    pages = ("cp1252", "latin-1", "cp850", "cp852", "cp437", "cp865")
    letters = (*map(chr, range(0xA0, 0x100)), *"–—‘’‚“”„†•…€")
    shown: dict[str, str] = {}
    for letter in letters:
        for page in pages:
            shown.setdefault(letter.encode().decode(page, "ignore"), letter)
    return {pair: letter for pair, letter in shown.items() if len(pair) == len(letter.encode())}


mojibake = _mojibake()
mojibake_pair = re.compile("|".join(map(re.escape, mojibake)))


def clean(text: str) -> str:
    """The text with mojibake, ligatures, odd spaces, controls and private characters put right.

    A soft hyphen stays where it ends the text (its word goes on in the next line) and goes elsewhere.
    """
    if not suspect.search(text):
        return text
    text = mojibake_pair.sub(lambda pair: mojibake[pair.group()], text)
    text = private.sub(_as_seen, unicodedata.normalize("NFC", text.translate(repairs)))
    goes_on = SOFT_HYPHEN if text.rstrip().endswith(SOFT_HYPHEN) else ""
    return text.replace(SOFT_HYPHEN, "") + goes_on


def _as_seen(letter: re.Match[str]) -> str:
    """A symbol font often has its letters at U+F020 and on; any other private character says nothing."""
    code = ord(letter.group()) - 0xF000
    return chr(code) if 0x20 <= code < 0x7F else UNREADABLE
