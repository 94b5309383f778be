"""Case numbers (sagsnumre) as the municipalities' case systems write them."""

import re

# with its label before it a case number may be nearly anything that holds a figure
LABELLED = re.compile(
    r"^(?:sags?\s*-?\s*(?:nr|nummer|id)?|j\.?\s?nr|journal\s*(?:nr|nummer)|acadre(?:-?nr)?|esdh-?nr)\.?\s*"
    r"[:.]?\s*(?P<number>[A-ZÆØÅ0-9][A-ZÆØÅa-zæøå0-9./-]*\d[A-Z0-9./-]*(?:\s[-/]\s\d[\d/.-]*)?)"
    r"(?=$|\s|,|;)",
    re.IGNORECASE,
)

# without a label only these, alone on their line
BARE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[A-ZÆØÅ]{1,5}-?\d{0,4}-\d{2,4}-\d{2,8}",  # EMN-2025-003383
        r"[A-ZÆØÅ]{1,5}\d{2,4}-\d{2,8}",  # S2024-1234
        r"\d\d\.\d\d\.\d\d-?[A-ZÆØÅ]\d\d(?:(?:\s?-\s?\d{1,8}){1,3}|\s?-\s?\d{4}/\d+)",  # 00.17.00-A00-8-16
        r"\d{2}\.\d{2}\.\d{2}(?:\.\d{2})?\s?/\s?\d{2,4}-\d+",
        r"\d{1,3}-\d{2,4}-\d{1,6}(?:-\d{1,6}){0,3}",  # 306-2009-600, 1-51-71-3321-08
        r"(?:\d{2}|\d{4})/\d{1,7}",  # 25/26257, 2014/1
        r"\d{2}-\d{4,8}",
    )
)
OPENNESS = re.compile(r"^(?:åben|åbent)\s*[-–]\s*", re.IGNORECASE)
DATE = re.compile(r"\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})")


def case_number(text: str) -> str | None:
    """The case number that a line is, with or without a label; None where the line is anything else."""
    text = OPENNESS.sub("", " ".join(text.split()).strip(" ()"))
    if any(pattern.fullmatch(text) for pattern in BARE):
        return None if DATE.fullmatch(text) else text
    labelled = LABELLED.match(text)
    return labelled["number"].strip() if labelled else None
