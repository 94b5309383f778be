"""The letters of an agenda's versions."""


def letter(number: int) -> str:
    """ "A" for the first version, "Z" for the 26th, then "AA". Raises ValueError below 1."""
    if number < 1:
        raise ValueError("Versions are numbered from 1.")
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
