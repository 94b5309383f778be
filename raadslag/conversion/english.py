"""The English of findings: one of them, and more of them."""

SENTENCES = {
    "script": ("A script is removed.", "{} scripts are removed."),
    "action": (
        "An action that starts something outside the document is removed.",
        "{} actions that start something outside the document are removed.",
    ),
    "macro": ("A macro is not run and not included.", "{} macros are not run and not included."),
    "embedded-file": (
        "A file inside the file is not included.",
        "{} files inside the file are not included.",
    ),
    "outside-link": (
        "Something that is fetched from elsewhere is not fetched.",
        "{} things that are fetched from elsewhere are not fetched.",
    ),
    "hidden-layer": (
        "A hidden layer is removed with its content.",
        "{} hidden layers are removed with their content.",
    ),
    "hidden-text": (
        "A piece of hidden text is not included.",
        "{} pieces of hidden text are not included.",
    ),
    "hidden-sheet": ("A hidden sheet is not included.", "{} hidden sheets are not included."),
    "hidden-cells": (
        "A hidden row or column is not included.",
        "{} hidden rows or columns are not included.",
    ),
    "hidden-slide": ("A hidden slide is not included.", "{} hidden slides are not included."),
    "hidden-shape": ("A hidden shape is not included.", "{} hidden shapes are not included."),
    "speaker-note": ("The notes of a slide are not included.", "The notes of {} slides are not included."),
    "tracked-change": (
        "A tracked change is accepted; deleted text is gone.",
        "{} tracked changes are accepted; deleted text is gone.",
    ),
    "comment": ("A comment is removed.", "{} comments are removed."),
    "signature": (
        "A digital signature can be seen, but verified in the original file alone.",
        "{} digital signatures can be seen, but verified in the original file alone.",
    ),
    "form": (
        "A form field is made a fixed part of the page.",
        "{} form fields are made a fixed part of the page.",
    ),
    "stamp": (
        "A stamp, drawing or text box is made a fixed part of the page.",
        "{} stamps, drawings or text boxes are made a fixed part of the page.",
    ),
    "metadata": (
        "Information on author, program and the like is removed.",
        "Information on author, program and the like is removed.",
    ),
    "position": (
        "The information on where a picture was taken is removed.",
        "The information on where {} pictures were taken is removed.",
    ),
    "repaired": (
        "The file was damaged and has been repaired; look it through.",
        "The file was damaged and has been repaired; look it through.",
    ),
    "unseen-text": (
        "One page has text that cannot be seen; look the page through.",
        "{} pages have text that cannot be seen; look the pages through.",
    ),
    "undone-redaction": (
        "A mark for redaction is not carried out: the text is still there; finish it in the original.",
        "{} marks for redaction are not carried out: the text is still there; finish it in the original.",
    ),
    "not-recognised": (
        "One page is a picture in which no text could be recognised.",
        "{} pages are pictures in which no text could be recognised.",
    ),
}
