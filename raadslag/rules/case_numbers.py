"""Case numbers as people type them, brought into the form in which the case systems write them."""

import re

LABEL = re.compile(r"^(?:sags?\s*-?\s*(?:nr|nummer|id)|j\.?\s?nr|journal\s*nr)\.?\s*:?\s*", re.IGNORECASE)
EMN = re.compile(r"(?P<letters>[A-ZÆØÅ]{2,5})[\s-]*(?P<year>\d{4})[\s-]+(?P<number>\d{3,8})", re.IGNORECASE)
YEAR_AND_NUMBER = re.compile(r"(?P<year>\d{2}|\d{4})\s*/\s*(?P<number>\d{1,7})")
# KLE's subject and what is done with it, then the case's own number: 01.00.00-G01-93-16
KLE = re.compile(r"(?P<subject>\d\d\.\d\d\.\d\d)\s*(?P<dash>-?)\s*(?P<facet>[A-ZÆØÅ]\d\d)\b", re.IGNORECASE)


def tidy(typed: str) -> str:
    """The number without a label and stray spaces, its letters large: "emn 2022 510923" is EMN-2022-510923.

    What is in none of the known forms is left as it was typed.
    """
    text = " ".join(LABEL.sub("", " ".join(typed.split())).split())
    if found := EMN.fullmatch(text):
        return f"{found['letters'].upper()}-{found['year']}-{found['number']}"
    if found := YEAR_AND_NUMBER.fullmatch(text):
        return f"{found['year']}/{found['number']}"
    if found := KLE.match(text):
        head = f"{found['subject']}{found['dash']}{found['facet'].upper()}"
        rest = text[found.end() :].strip()
        tight = re.sub(r"\s*-\s*", "-", rest)
        return head + (f" - {tight[1:]}" if tight.startswith("-") and "/" in tight else tight)
    return text
