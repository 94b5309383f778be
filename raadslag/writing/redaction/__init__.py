"""Redaction: words and areas taken out of a PDF, not only out of sight."""

from raadslag.writing.redaction.area import Area
from raadslag.writing.redaction.redacting import CannotRedact, Redacted, redact
from raadslag.writing.redaction.sheets import Box, Sheet

__all__ = ["Area", "Box", "CannotRedact", "Redacted", "Sheet", "redact"]
