"""Words broken over two lines: the setter's hyphens go, the words' own stay."""

import pytest

from raadslag.reading.hyphens import join_lines


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("det kri-", "minalpræventive arbejde", "det kriminalpræventive arbejde"),
        ("Social- og Beskæf-", "tigelsesudvalget", "Social- og Beskæftigelsesudvalget"),
        ("REGIONSRÅ-", "DET", "REGIONSRÅDET"),
        ("Linde\u00ad", "vad", "Lindevad"),
        ("kl. 22.00-", "23.00", "kl. 22.00-23.00"),
        ("de MSB-", "sager", "de MSB-sager"),
        ("i p-", "huse", "i p-huse"),
        ("ny 2030-", "fremskrivning", "ny 2030-fremskrivning"),
        ("Nørreby-", "Kolt", "Nørreby-Kolt"),
        ("børne-", "og ungeområdet", "børne- og ungeområdet"),
        ("lokal-", "eller kommuneplan", "lokal- eller kommuneplan"),
        ("børne- og", "ungeområdet", "børne- og ungeområdet"),
        ("udvalget –", "og byrådet", "udvalget – og byrådet"),
        ("", "alene", "alene"),
    ],
)
def test_two_lines_become_running_text(above, below, joined):
    assert join_lines(above, below) == joined
