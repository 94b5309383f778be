"""Redaction: words and areas taken out of a PDF, not only out of sight."""

from raadslag.writing.redaction.area import Area
from raadslag.writing.redaction.redacting import CannotRedact, Redacted, redact

__all__ = ["Area", "CannotRedact", "Redacted", "redact"]
