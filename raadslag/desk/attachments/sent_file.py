"""A file of the desk's over HTTP: private, and in pieces where the browser asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

ONE_PIECE = re.compile(r"bytes=(\d*)-(\d*)")
CHUNK = 64 * 1024


def sent(
    request: HttpRequest, path: Path, sha256: str, *, name: str, media_type: str, to_save: bool
) -> HttpResponseBase:
    """The whole file, the piece that is asked for (206), that there is no such piece (416), or 304."""
    etag = f'"{sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    size = path.stat().st_size
    piece = piece_asked_for(request, size, etag)
    response: HttpResponseBase
    if unchanged is not None:
        response = unchanged
    elif piece is None:
        response = FileResponse(path.open("rb"), content_type=media_type)
        response["Content-Length"] = str(size)
    elif not piece:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
    else:
        response = StreamingHttpResponse(read(path.open("rb"), piece), status=206, content_type=media_type)
        response["Content-Range"] = f"bytes {piece.start}-{piece.stop - 1}/{size}"
        response["Content-Length"] = str(len(piece))
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = content_disposition_header(to_save, name) or "attachment"
    if to_save:
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def piece_asked_for(request: HttpRequest, size: int, etag: str) -> range | None:
    """The bytes that the request wants; an empty range where there are none such, None for the whole file.
    Several pieces at once are answered with the whole, which every browser takes."""
    asked = ONE_PIECE.fullmatch(request.headers.get("Range", ""))
    if asked is None or asked[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    end = min(size, int(last) + 1) if last else size
    return range(int(first), end) if int(first) < end else range(0)


def read(file: BinaryIO, piece: range) -> Iterator[bytes]:
    """The piece, in chunks."""
    with file:
        file.seek(piece.start)
        left = len(piece)
        while left and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
