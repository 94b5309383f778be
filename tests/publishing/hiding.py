"""Every place where words can hide, by name, as a finished file with them in it."""

from collections.abc import Callable, Mapping

from tests.publishing import places_of_others, places_of_pdf

Hidden = Callable[[str], tuple[str, bytes]]


def in_pdf(maker: places_of_pdf.Maker) -> Hidden:
    return lambda words: ("bilag.pdf", maker(words))


PLACES: Mapping[str, Hidden] = {
    **{f"PDF: {name}": in_pdf(maker) for name, maker in places_of_pdf.PLACES.items()},
    **places_of_others.PLACES,
}
