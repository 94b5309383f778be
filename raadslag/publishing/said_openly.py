"""What is no secret though a closed item says it too: what everybody says, and what is said in the open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from raadslag.publishing.phrases import LONG, SHORT, Run, runs, runs_in, whole_or_long, words_of
from raadslag.search.lexicon import is_common

SENTENCE = 30  # words: more than that in a row is a text, and no phrase of the trade
NAME = 4  # letters: a title of one shorter word names nothing


class SaidOpenly:
    """`wordings` are public titles and grounds, and the house's phrases; `items` each open item's texts."""

    def __init__(self, wordings: Iterable[str], items: Iterable[Sequence[str]]) -> None:
        self._wordings = list(wordings)
        self._items = [list(texts) for texts in items]
        self._known = whole_or_long(self._wordings)
        self._lines = {
            tuple(words_of(line)) for texts in self._items for text in texts for line in text.split("\n")
        }
        self._wordings_of = cache(lambda length: runs_in(self._wordings, length))
        self._shared_of = cache(self._shared)

    def telling_of_title(self, title: str) -> Iterator[Run]:
        """What of a closed item's own title is looked for. That an open item says it excuses nothing.

        One word is looked for only where it is none that people use.
        """
        words = words_of(title)
        length = min(LONG, len(words))
        if len(words) == 1 and (len(words[0]) < NAME or words[0].isdigit() or is_common(words[0])):
            return
        if tuple(words) not in self._wordings_of(len(words)):
            yield from (run for run in runs(words, length) if run not in self._wordings_of(length))

    def telling_of(self, text: str, *, is_file: bool = False) -> Iterator[Run]:
        """What of another closed text is looked for; `is_file` where it is all that a file says."""
        words = words_of(text)
        if len(words) < SHORT:
            return
        new = self._unknown(words)
        if len(words) >= LONG:
            for start, end in self._stretches(words, new):
                if end - start <= SENTENCE and not (is_file and end - start == len(words)):
                    new[start:end] = [False] * (end - start)
            for start, run in enumerate(runs(words, LONG)):
                if sum(new[start : start + LONG]) >= SHORT:
                    yield run
        elif sum(new) >= SHORT and not self._says_whole(tuple(words)):
            yield tuple(words)

    def _unknown(self, words: list[str]) -> list[bool]:
        """For each word whether it is outside every wording that everybody uses."""
        new = [True] * len(words)
        for size in range(SHORT, LONG + 1):
            for start, run in enumerate(runs(words, size)):
                if run in self._known:
                    new[start : start + size] = [False] * size
        return new

    def _says_whole(self, run: Run) -> bool:
        """Whether a short text is a wording, a line of an open item, or in the words of two open items."""
        length = len(run)
        return run in self._wordings_of(length) or run in self._lines or run in self._shared_of(length)

    def _stretches(self, words: list[str], new: Sequence[bool]) -> list[tuple[int, int]]:
        """Where the text has words in a row that two or more open items have too."""
        shared = self._shared_of(LONG)
        covered = [False] * len(words)
        for start, run in enumerate(runs(words, LONG)):
            if run in shared:
                covered[start : start + LONG] = [True] * LONG
        edges, began = [], None
        for at in range(len(words) + 1):
            inside = at < len(words) and covered[at] and new[at]
            if inside and began is None:
                began = at
            elif not inside and began is not None:
                edges.append((began, at))
                began = None
        return edges

    def _shared(self, length: int) -> set[Run]:
        counted = Counter(run for texts in self._items for run in runs_in(texts, length))
        return {run for run, count in counted.items() if count > 1}
