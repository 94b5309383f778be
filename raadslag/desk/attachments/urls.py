"""The addresses of attachments."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from raadslag.desk.attachments import changes, files, pages, queue, upload
from raadslag.desk.attachments.owners import NOUNS


class NounConverter(StringConverter):
    """What attachments can hang on."""

    regex = "|".join(NOUNS)


class ChangeConverter(StringConverter):
    """What can be done to one."""

    regex = "|".join(changes.CHANGES)


register_converter(NounConverter, "attachable")
register_converter(ChangeConverter, "attachment_change")

OF = "bilag/til/<attachable:noun>/<uuid:key>"

urlpatterns = [
    path(f"{OF}/", pages.attachments, name="attachments"),
    path(f"{OF}/liste", pages.attachments_list, name="attachments-list"),
    path(f"{OF}/filer", upload.attachment_upload, name="attachment-upload"),
    path("bilag/<uuid:key>/", pages.attachment, name="attachment"),
    path("bilag/<uuid:key>/fil", upload.attachment_replace, name="attachment-replace"),
    path("bilag/<uuid:key>/fortryd", changes.attachment_restore, name="attachment-restore"),
    path("bilag/<uuid:key>/<attachment_change:change>", changes.attachment_change, name="attachment-change"),
    path("filer/<uuid:key>/bilag.pdf", files.safe_copy, name="file"),
    path("filer/<uuid:key>/original", files.original, name="file-original"),
    path("koe/", queue.queue, name="queue"),
]
