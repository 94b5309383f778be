"""Any attachment becomes a PDF that can be shown, printed and published, or says in Danish why not."""

from raadslag.conversion.converted import Converted, Part
from raadslag.conversion.converting import convert
from raadslag.conversion.finding import Finding, Weight, What
from raadslag.conversion.kind import Kind
from raadslag.conversion.limits import Limits
from raadslag.conversion.programs import MissingPrograms, require_programs
from raadslag.conversion.recognising import kind_of
from raadslag.conversion.refusal import TryAgain, Unconvertible

__all__ = [
    "Converted",
    "Finding",
    "Kind",
    "Limits",
    "MissingPrograms",
    "Part",
    "TryAgain",
    "Unconvertible",
    "Weight",
    "What",
    "convert",
    "kind_of",
    "require_programs",
]
