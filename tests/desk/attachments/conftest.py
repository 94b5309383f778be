"""Attachments as the desk's pages have them."""

from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
NOUNS = {"Paper": "indstilling", "Item": "punkt", "Meeting": "moede"}


@pytest.fixture
def attachments(lindevad):
    """The attachments of the desk."""
    return import_module("raadslag.models").Attachment.objects


@pytest.fixture
def events(lindevad):
    """The log."""
    return import_module("raadslag.models").Event.objects


@pytest.fixture
def address_of():
    """address_of(paper, "filer"): where what hangs there is listed, and below that."""
    return lambda owner, below="": f"/skrivebord/bilag/til/{NOUNS[type(owner).__name__]}/{owner.key}/{below}"


@pytest.fixture
def put_up(client_of, address_of):
    """put_up("karen", paper, {"kort.pdf": b"…"}): what the desk answers to the files."""

    def put(name, owner, files, client=None, **values):
        sent = [SimpleUploadedFile(each, data) for each, data in files.items()]
        form = {"filer": sent, "part": "open", "closed_ground": "", **values, "alt-er-med": "ja"}
        client = client or client_of(name)
        return client.post(address_of(owner, "filer"), form, headers={"Accept": "application/json"})

    return put


@pytest.fixture
def ready(lindevad):
    """ready(attachment): it gets a file whose conversion is done; gives the file."""
    models = import_module("raadslag.models")
    keep = import_module("raadslag.models.desk_files").desk_files().keep

    def made(attachment, original=b"Det, der er skjult: Havnegade 4", pdf=PDF):
        return models.AttachmentFile.objects.create(
            attachment=attachment,
            number=attachment.files.count() + 1,
            name="notat.docx",
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            size=len(original),
            sha256=keep(original),
            pdf_sha256=keep(pdf),
            pages=1,
            text="Højvandsmur",
            uploaded_at=lindevad.now,
            uploaded_by=lindevad.cast.karen,
            state="ready",
        )

    return made
