"""The addresses of papers as they are written."""

from django.urls import path

from raadslag.desk.papers import autosave, editor, new, pictures, printing, templates, versions, word

PAPER = "indstillinger/<uuid:key>"

urlpatterns = [
    path("indstillinger/ny", new.new, name="paper-new"),
    path(f"{PAPER}/skriv", editor.edit, name="paper-edit"),
    path(f"{PAPER}/skriv/gem", autosave.autosave, name="paper-autosave"),
    path(f"{PAPER}/billeder", pictures.upload, name="picture-upload"),
    path("billeder/<uuid:key>", pictures.picture, name="picture"),
    path(f"{PAPER}/versioner", versions.versions, name="paper-versions"),
    path(f"{PAPER}/versioner/<int:number>", versions.version, name="paper-version"),
    path(f"{PAPER}/versioner/<int:old>/<int:new>", versions.difference, name="paper-difference"),
    path(f"{PAPER}/word", word.word, name="paper-word"),
    path(f"{PAPER}/word/fil", printing.word, name="paper-word-file"),
    path(f"{PAPER}/word/tag", word.take, name="paper-word-take"),
    path(f"{PAPER}/pdf", printing.pdf, name="paper-pdf"),
    path("administration/skabeloner/", templates.templates, name="templates"),
    path("administration/skabeloner/ny", templates.new, name="template-new"),
    path("administration/skabeloner/<uuid:key>/", templates.template, name="template"),
]
