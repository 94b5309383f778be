"""The few pages of a pack that are set here: stamps, an image, the page for a missing attachment."""

import json
from pathlib import Path
from typing import Any

import typst

from raadslag.writing import fonts

FOLDER = Path(__file__).parent


class TypesettingError(RuntimeError):
    """The template could not be set with what it was given, as with a picture that is none."""


def typeset(template: str | Path, *, tagged: bool, **inputs: Any) -> bytes:
    """The PDF of a template, by its name in this folder or by its path; what it says is JSON, never markup.

    Raises TypesettingError.
    """
    try:
        return typst.compile(
            FOLDER / template,
            root=Path(FOLDER.anchor),  # the picture may lie anywhere
            font_paths=[fonts.FOLDER],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()},
            pdf_tags=tagged,
        )
    except typst.TypstError as error:
        raise TypesettingError(str(error)) from error
