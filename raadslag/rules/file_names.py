"""What a file that comes from anywhere is called here."""

import re
import unicodedata

LONGEST = 120
LONGEST_ENDING = 10
UNNAMED = "bilag"

# control signs, and those that turn the direction of writing or cannot be seen
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
PATH = re.compile(r"[/\\]")
FORBIDDEN = re.compile(r'[<>:"|?*]')
ENDING = re.compile(rf"(?<=.)\.\w{{1,{LONGEST_ENDING}}}$")


def safe_name(given: str) -> str:
    """The name without its path, without signs that are not seen or that file systems refuse, and no longer
    than LONGEST; its ending is kept. Never empty."""
    last = PATH.split(unicodedata.normalize("NFC", given))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    name = " ".join(FORBIDDEN.sub(" ", seen).split()).strip(". ")
    if len(name) > LONGEST:
        ending = ending_of(name)
        name = name[: LONGEST - len(ending)].rstrip(". ") + ending
    return name or UNNAMED


def ending_of(name: str) -> str:
    """ ".docx"; empty where the name has no ending."""
    found = ENDING.search(name)
    return found[0] if found else ""


def title_of(name: str) -> str:
    """The first title of an attachment: "Støjmåling 2026" for "Støjmåling_2026.xlsx"."""
    words = " ".join(name.removesuffix(ending_of(name)).replace("_", " ").split())
    return words or UNNAMED
