"""The fields around a paper's text in Word: "Til: …", "Sagsnr.: …"."""

import re

ADDRESS = {
    "to": r"til",
    "from": r"fra|afsender",
    "dated_on": r"dato|den",
    "case_number": r"(?:sagsnummer|sagsnr\.?|sags\s?-?\s?id|journalnummer|j\.?\s?nr\.?)",
    "title": r"(?:titel|overskrift|emne|vedr\.?|vedrørende)",
}
SENDER = {
    "case_number": ADDRESS["case_number"],
    "caseworker": r"sagsbehandler(?:e|\(e\))?|kontaktperson",
    "phone": r"(?:tlf|telefon|direkte telefon|mobil)\.?(?:\s?nr\.?)?",
    "email": r"e-?mail|e-?post|mail",
    "characters": r"antal\s+(?:tegn|anslag)[^:]{0,40}",
}
LABELS = {
    name: re.compile(rf"(?:{label})\s*(?::|\t|(?<=\.))\s*(?P<value>.{{0,200}})", re.IGNORECASE | re.DOTALL)
    for name, label in (ADDRESS | SENDER).items()
}


def address_field(text: str) -> tuple[str, str] | None:
    """The field that stands over a paper's text, and what it says."""
    return _field(text, ADDRESS) or _field(text, SENDER)


def sender_field(text: str) -> tuple[str, str] | None:
    """The field that stands under a paper's text, and what it says."""
    return _field(text, SENDER)


def _field(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    for name in names:
        if found := LABELS[name].fullmatch(text.strip()):
            return name, " ".join(found["value"].split())
    return None
