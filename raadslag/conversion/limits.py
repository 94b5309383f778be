"""What one conversion may take."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds by the clock and megabytes of memory for each program that a conversion starts.

    Text recognition may take `page_seconds` for each scanned page beyond that. `most_bytes` is how large
    any file that is written may be, and `most_pages` how many pages are converted.
    """

    seconds: int = 120
    page_seconds: int = 20
    megabytes: int = 3072
    most_bytes: int = 500_000_000
    most_pages: int = 3_000
    most_scanned_pages: int = 300
