"""What an attachment's file is: its media type, its usual ending and what people call it."""

from enum import StrEnum
from typing import NamedTuple


class Words(NamedTuple):
    """How a kind of file is told: to programs, to file systems, to people."""

    media_type: str
    ending: str
    danish: str


class Kind(StrEnum):
    """The files that can be made into a PDF."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    RTF = "rtf"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    GIF = "gif"
    WEBP = "webp"
    EML = "eml"
    MSG = "msg"
    TEXT = "text"

    @property
    def media_type(self) -> str:
        return WORDS[self].media_type

    @property
    def ending(self) -> str:
        """The usual end of such a file's name, with its dot: ".docx"."""
        return WORDS[self].ending

    @property
    def danish(self) -> str:
        """What people call it, as in "et Word-dokument"."""
        return WORDS[self].danish


OPEN_XML = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
WORDS = {
    Kind.PDF: Words("application/pdf", ".pdf", "en PDF-fil"),
    Kind.DOCX: Words(f"{OPEN_XML}.wordprocessingml.document", ".docx", "et Word-dokument"),
    Kind.XLSX: Words(f"{OPEN_XML}.spreadsheetml.sheet", ".xlsx", "et Excel-regneark"),
    Kind.PPTX: Words(f"{OPEN_XML}.presentationml.presentation", ".pptx", "en PowerPoint-præsentation"),
    Kind.ODT: Words(f"{OPEN_DOCUMENT}.text", ".odt", "et OpenDocument-dokument"),
    Kind.ODS: Words(f"{OPEN_DOCUMENT}.spreadsheet", ".ods", "et OpenDocument-regneark"),
    Kind.ODP: Words(f"{OPEN_DOCUMENT}.presentation", ".odp", "en OpenDocument-præsentation"),
    Kind.RTF: Words("application/rtf", ".rtf", "et RTF-dokument"),
    Kind.DOC: Words("application/msword", ".doc", "et ældre Word-dokument"),
    Kind.XLS: Words("application/vnd.ms-excel", ".xls", "et ældre Excel-regneark"),
    Kind.PPT: Words("application/vnd.ms-powerpoint", ".ppt", "en ældre PowerPoint-præsentation"),
    Kind.PNG: Words("image/png", ".png", "et billede (PNG)"),
    Kind.JPEG: Words("image/jpeg", ".jpg", "et billede (JPEG)"),
    Kind.TIFF: Words("image/tiff", ".tif", "et billede (TIFF)"),
    Kind.GIF: Words("image/gif", ".gif", "et billede (GIF)"),
    Kind.WEBP: Words("image/webp", ".webp", "et billede (WebP)"),
    Kind.EML: Words("message/rfc822", ".eml", "en e-mail"),
    Kind.MSG: Words("application/vnd.ms-outlook", ".msg", "en e-mail fra Outlook"),
    Kind.TEXT: Words("text/plain", ".txt", "en tekstfil"),
}
