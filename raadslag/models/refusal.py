"""What the desk says no to: with a sentence for the person who asked."""

from collections.abc import Iterable


class Refused(Exception):
    """It is not done. `sentences` are Danish, say why and what to do, and name nothing closed."""

    def __init__(self, *sentences: object) -> None:
        super().__init__(*sentences)
        self.sentences = tuple(map(str, sentences))

    def __str__(self) -> str:
        return " ".join(self.sentences)


class Overtaken(Refused):
    """Somebody else did something to it meanwhile."""


class Unfinished(Refused):
    """Something is missing; a sentence for each thing."""

    def __init__(self, sentences: Iterable[object]) -> None:
        super().__init__(*sentences)


class ReasonNeeded(Refused):
    """A soft deadline is past: it can be done with a reason."""
