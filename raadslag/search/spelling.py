"""One typing error forgiven: what was probably meant by a word that the index does not hold."""

from collections.abc import Callable, Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
SHORTEST = 5  # in shorter words one letter makes too many other words
LONGEST = 40
MOST = 5


def respellings(word: str, count: Callable[[str], int]) -> tuple[str, ...]:
    """The known words one error away from `word`, most used first.

    `count` tells how many documents hold a word. Words of fewer than five letters, and numbers, have none.
    """
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()):
        return ()
    counted = {candidate: count(candidate) for candidate in set(one_error_away(word))}
    known = [candidate for candidate, number in counted.items() if number]
    return tuple(sorted(known, key=lambda candidate: (-counted[candidate], candidate))[:MOST])


def one_error_away(word: str) -> Iterator[str]:
    """Words with one letter missing, too many, wrong, or two swapped."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
