"""A file that a command writes: whole, or not at all."""

import tempfile
from pathlib import Path


def written_whole(target: Path, data: bytes) -> None:
    """Writes the bytes beside their place and only then names them; a device is written to as it is.

    Raises OSError, leaving what was there.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as beside:
        try:
            beside.write(data)
            beside.close()
            Path(beside.name).chmod(0o644)
            Path(beside.name).replace(target)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise
