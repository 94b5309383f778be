"""Files made for tests, of kinds that are no PDF."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP with those members."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """A ZIP's members."""
    with ZipFile(BytesIO(data)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}
