"""The Danish of findings."""

from typing import NamedTuple

ROUTINE, NOTICE, WARNING = "routine", "notice", "warning"


class Words(NamedTuple):
    """How a finding is told: one of them, more of them; and how much it weighs."""

    one: str
    more: str
    weight: str


SENTENCES = {
    "script": Words("Et script er fjernet.", "{} scripts er fjernet.", NOTICE),
    "action": Words(
        "En handling, der starter noget uden for dokumentet, er fjernet.",
        "{} handlinger, der starter noget uden for dokumentet, er fjernet.",
        NOTICE,
    ),
    "macro": Words(
        "En makro er ikke kørt og ikke taget med.", "{} makroer er ikke kørt og ikke taget med.", NOTICE
    ),
    "embedded-file": Words(
        "En fil inde i filen er ikke taget med.", "{} filer inde i filen er ikke taget med.", NOTICE
    ),
    "outside-link": Words(
        "Noget, der hentes et andet sted fra, er ikke hentet.",
        "{} ting, der hentes andre steder fra, er ikke hentet.",
        NOTICE,
    ),
    "hidden-layer": Words(
        "Et skjult lag er fjernet med sit indhold.", "{} skjulte lag er fjernet med deres indhold.", NOTICE
    ),
    "hidden-text": Words(
        "Et stykke skjult tekst er ikke taget med.", "{} stykker skjult tekst er ikke taget med.", NOTICE
    ),
    "hidden-sheet": Words("Et skjult ark er ikke taget med.", "{} skjulte ark er ikke taget med.", NOTICE),
    "hidden-cells": Words(
        "En skjult række eller kolonne er ikke taget med.",
        "{} skjulte rækker eller kolonner er ikke taget med.",
        NOTICE,
    ),
    "hidden-slide": Words("Et skjult dias er ikke taget med.", "{} skjulte dias er ikke taget med.", NOTICE),
    "hidden-shape": Words(
        "En skjult figur er ikke taget med.", "{} skjulte figurer er ikke taget med.", NOTICE
    ),
    "speaker-note": Words(
        "Noterne til et dias er ikke taget med.", "Noterne til {} dias er ikke taget med.", NOTICE
    ),
    "tracked-change": Words(
        "En registreret ændring er godtaget; slettet tekst er væk.",
        "{} registrerede ændringer er godtaget; slettet tekst er væk.",
        NOTICE,
    ),
    "comment": Words("En kommentar er fjernet.", "{} kommentarer er fjernet.", NOTICE),
    "signature": Words(
        "En digital underskrift kan ses, men kun kontrolleres i den oprindelige fil.",
        "{} digitale underskrifter kan ses, men kun kontrolleres i den oprindelige fil.",
        NOTICE,
    ),
    "form": Words(
        "Et formularfelt er gjort til en fast del af siden.",
        "{} formularfelter er gjort til en fast del af siden.",
        ROUTINE,
    ),
    "stamp": Words(
        "Et stempel, en tegning eller et tekstfelt er gjort til en fast del af siden.",
        "{} stempler, tegninger eller tekstfelter er gjort til en fast del af siden.",
        ROUTINE,
    ),
    "metadata": Words(
        "Oplysninger om forfatter, program og lignende er fjernet.",
        "Oplysninger om forfatter, program og lignende er fjernet.",
        ROUTINE,
    ),
    "position": Words(
        "Oplysningen om, hvor et billede er taget, er fjernet.",
        "Oplysningerne om, hvor {} billeder er taget, er fjernet.",
        NOTICE,
    ),
    "repaired": Words(
        "Filen var beskadiget og er gjort hel; se den igennem.",
        "Filen var beskadiget og er gjort hel; se den igennem.",
        WARNING,
    ),
    "unseen-text": Words(
        "På en side står der tekst, som ikke kan ses; se siden igennem.",
        "På {} sider står der tekst, som ikke kan ses; se siderne igennem.",
        WARNING,
    ),
    "undone-redaction": Words(
        "En markering til overstregning er ikke udført: teksten står der endnu; "
        "gør det færdigt i originalen.",
        "{} markeringer til overstregning er ikke udført: teksten står der endnu; "
        "gør det færdigt i originalen.",
        WARNING,
    ),
    "not-recognised": Words(
        "En side er et billede, hvor der ikke kunne genkendes nogen tekst.",
        "{} sider er billeder, hvor der ikke kunne genkendes nogen tekst.",
        WARNING,
    ),
}
