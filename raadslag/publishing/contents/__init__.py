"""What a finished file holds: every text in it, seen or unseen, and where it stands."""

from raadslag.publishing.contents.opening import as_words, pieces_of
from raadslag.publishing.contents.piece import Offence, Piece

__all__ = ["Offence", "Piece", "as_words", "pieces_of"]
