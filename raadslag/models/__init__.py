"""The desk's tables, one noun to a file."""

from raadslag.models.source_document import SourceDocument

__all__ = ["SourceDocument"]
