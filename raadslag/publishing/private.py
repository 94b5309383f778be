"""Private people's phone numbers, mail and postal addresses in a text."""

import re
from collections.abc import Iterator

from raadslag.publishing.finding import Kind
from raadslag.publishing.house import House

SPACE = r"[ \u00a0]"
PHONE = re.compile(
    rf"(?<![\d.,/+-])(?<!\d{SPACE})(?:\+45{SPACE}?)?(\d{{2}}{SPACE}\d{{2}}{SPACE}\d{{2}}{SPACE}\d{{2}})(?![\d.,/-]?\d|{SPACE}\d)"
    r"|(?:\+45|\b(?:tlf|telefon|mobil|mob)\w*)[.: \u00a0]{0,3}(\d{8}|\d{4} \d{4})(?!\d)",
    re.IGNORECASE,
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@((?:[\w-]{1,63}\.)+[a-zæøå]{2,24})\b", re.IGNORECASE)
STREET = r"\w*(?:vej|gade|allé|alle|plads|torv|stræde|vænge|park|bakke|sti|toft)(?:en|et|n|t)?"
ADDRESS = re.compile(
    rf"\b([A-ZÆØÅ]{STREET}|[A-ZÆØÅ]\w+ (?:[A-ZÆØÅ]\w+ )?[A-ZÆØÅ]{STREET})"
    r" (\d{1,3}[A-Z]?(?:, ?(?:st|kl|\d{1,2})\.?(?: ?(?:tv|th|mf))?\.?)?),?\s(\d{4} [A-ZÆØÅ]\w+)"
)


def private_details(text: str, house: House) -> Iterator[tuple[Kind, str]]:
    """What belongs to private people, or may do so, with its kind."""
    for match in PHONE.finditer(text):
        number = "".join(filter(str.isdigit, match[1] or match[2]))
        if not number.startswith(tuple(map(digits, house.phones)) or ("-",)):
            yield Kind.PHONE, match[1] or match[2]
    for match in MAIL.finditer(text):
        domain = match[1].casefold()
        own = [each.casefold().lstrip("@") for each in house.mail_domains]
        if not any(domain == each or domain.endswith(f".{each}") for each in own):
            yield Kind.PRIVATE_MAIL, match[0]
    for match in ADDRESS.finditer(text):
        whole = flat(match[0])
        if not any(whole in flat(own) or flat(own) in whole for own in house.addresses):
            yield Kind.POSTAL_ADDRESS, match[0]


def digits(number: str) -> str:
    """The number without +45 and spaces."""
    return "".join(filter(str.isdigit, number.removeprefix("+45")))


def flat(address: str) -> str:
    return re.sub(r"\W+", " ", address.casefold()).strip()
