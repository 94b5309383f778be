"""What ties a withdrawal into the chain, and proves that it is as it was written."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC
from hashlib import sha256

from raadslag.archive.models import Publication, Withdrawal


def link(withdrawal: Withdrawal, versions: Iterable[Publication]) -> str:
    """The withdrawal's hash: over the link before it, the versions it names, and who, when and why."""
    content = {
        "previous": withdrawal.previous_hash,
        "place": withdrawal.place_in_chain,
        "body": withdrawal.body.slug,
        "occasion": withdrawal.occasion,
        "document": withdrawal.document,
        "attachment": withdrawal.attachment,
        "sha256": withdrawal.sha256,
        "withdraws": sorted(version.hash for version in versions),
        "at": withdrawal.withdrawn_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": withdrawal.withdrawn_by,
        "why": withdrawal.why,
    }
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def faults(withdrawal: Withdrawal) -> Iterator[str]:
    """What is not as it was when this was withdrawn, as Danish sentences."""
    if withdrawal.hash != link(withdrawal, [each.publication for each in withdrawal.versions.all()]):
        yield f"{withdrawal} er ændret bagefter."
