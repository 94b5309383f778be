"""Documents become meeting records, and nothing is dropped in silence. Knows `record` alone of ours."""

from raadslag.reading.account import Reading
from raadslag.reading.limits import Limits
from raadslag.reading.reader import read
from raadslag.reading.unreadable import UnreadableDocument

__all__ = ["Limits", "Reading", "UnreadableDocument", "read"]
