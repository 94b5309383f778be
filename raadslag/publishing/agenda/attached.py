"""The attachments of an agenda's item, each with its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from raadslag.models import Attachment as DeskAttachment
from raadslag.models import AttachmentFile, Item, Meeting, Paper
from raadslag.prose.paper import PaperText
from raadslag.publishing.agenda.brought import PDF, brought
from raadslag.publishing.agenda.printed_paper import as_data, print_of
from raadslag.record import Attachment, Part
from raadslag.rules.secrecy import strictest

PAPER = "Indstilling"


@dataclass(frozen=True)
class Attached:
    """An attachment as the record has it. `key` is its key on the desk, "" for what is made for the
    agenda."""

    attachment: Attachment
    key: str = ""


@dataclass(frozen=True)
class DeskFiles:
    """What hangs on the meeting, its items and their papers, with the newest file of each."""

    of_paper: Mapping[int, list[DeskAttachment]]
    of_item: Mapping[int, list[DeskAttachment]]
    of_meeting: list[DeskAttachment]
    newest: Mapping[int, AttachmentFile]

    @classmethod
    def of(cls, meeting: Meeting) -> DeskFiles:
        attachments = list(DeskAttachment.objects.under(meeting).order_by("order", "pk"))
        files = AttachmentFile.objects.filter(attachment__in=attachments).order_by("number")
        by_paper: dict[int, list[DeskAttachment]] = {}
        by_item: dict[int, list[DeskAttachment]] = {}
        for each in attachments:
            if each.paper_id is not None:
                by_paper.setdefault(each.paper_id, []).append(each)
            elif each.item_id is not None:
                by_item.setdefault(each.item_id, []).append(each)
        own = [each for each in attachments if each.meeting_id is not None]
        return cls(by_paper, by_item, own, {file.attachment_id: file for file in files})


def attached(
    item: Item, text: PaperText | None, files: DeskFiles, *, takes_the_meetings: bool
) -> list[Attached]:
    """The item's paper in print, the paper's attachments, the item's own, those of the meeting where the item
    takes them, and what a standing item brings. The paper's keep the numbers that it calls them by."""
    part = item.effective_part
    of_paper = files.of_paper.get(item.paper_id, []) if item.paper_id else []
    own = [*of_paper, *files.of_item.get(item.pk, []), *(files.of_meeting if takes_the_meetings else ())]
    made = [Attached(in_print(item.paper, text, of_paper, part))] if item.paper and text else []
    made += [from_desk(each, number, part, files.newest.get(each.pk)) for number, each in enumerate(own, 1)]
    carried = brought(item.standing, item.meeting, part) if item.standing else None
    if carried and carried.attachment:
        made.append(Attached(carried.attachment))
    return made


def in_print(paper: Paper, text: PaperText, of_paper: list[DeskAttachment], part: Part) -> Attachment:
    """The paper itself."""
    made = print_of(paper, of_paper)
    return Attachment(
        title=PAPER, part=part, media_type=PDF, pages=made.pages, sha256=made.sha256, paper=as_data(text)
    )


def from_desk(each: DeskAttachment, number: int, part: Part, file: AttachmentFile | None) -> Attached:
    """An attachment of the desk's; one that is not ready has neither file nor text."""
    shown = Attachment(number=str(number), title=each.title, part=strictest(part, Part(each.part)))
    if each.left_out_reason:
        said = replace(shown, text=f"Bilaget er udeladt. Grund: {each.left_out_reason}")
        return Attached(said, str(each.key))
    if file is None or not file.is_ready:
        return Attached(shown, str(each.key))
    text = file.text.replace("\f", "\n").strip() or None
    ready = replace(shown, media_type=PDF, pages=file.pages, sha256=file.pdf_sha256, text=text)
    return Attached(ready, str(each.key))
