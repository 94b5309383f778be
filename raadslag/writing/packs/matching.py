"""Which file of a folder is which attachment.

By content where the record knows it. Else by name, the surest way first; a way that leaves a choice decides
nothing, so that `budget.pdf` is never taken for both `budget.xlsx` and `budget.pptx`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePath

from raadslag.record import Attachment, Item, MeetingRecord
from raadslag.writing.packs.labels import attachment_label
from raadslag.writing.packs.links import Place

ITEM_NUMBER = re.compile(r"\b(?:punkt|pkt\.?)[\W_]*(\d+ ?[a-zæøå]?)\b[\W_]*", re.IGNORECASE)
ATTACHMENT_NUMBER = re.compile(r"\bbilag[\W_]*(\d+)\b[\W_]*", re.IGNORECASE)
BOTH_NUMBERS = re.compile(r"^(\d{1,3})[.\-_](\d{1,3})(?![.\-_]?\d)[\W_]*")  # "3.1 kort", and not "2025-08-27"
TYPES = re.compile(
    r"(\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|html?|png|jpe?g|msg|eml))+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attachment and its place in the record."""

    place: Place
    item: Item
    attachment: Attachment

    @property
    def label(self) -> str:
        """ "Punkt 3, Bilag 1: kort.pdf"."""
        return attachment_label(self.item, self.attachment)


@dataclass(frozen=True, slots=True)
class Offered:
    """A file and where it lies in the folder."""

    path: Path
    inside: PurePath

    def item_number(self) -> str | None:
        """The item that the file's name or its folder's name tells of in words."""
        found = ITEM_NUMBER.search(self.inside.name) or ITEM_NUMBER.search(str(self.inside))
        return fold(found[1]) if found else None

    def numbers(self) -> tuple[str | None, str | None]:
        """The item's and the attachment's number, where the names tell them in words or as "3.1"."""
        both = BOTH_NUMBERS.match(self.inside.name)
        if both:
            return fold(both[1]), fold(both[2])
        attachment = ATTACHMENT_NUMBER.search(self.inside.name)
        return self.item_number(), fold(attachment[1]) if attachment else None


@dataclass(frozen=True, slots=True)
class Matches:
    """The file of each attachment that has one, why the others have none, and the files nobody asked for."""

    files: Mapping[Place, Path]
    reasons: Mapping[Place, str]
    left_over: tuple[Path, ...]


def match_files(record: MeetingRecord, folder: Path) -> Matches:
    """Find the attachments of the record's items among the files of a folder and the folders in it."""
    wanted = [
        Wanted((at, beside), item, attachment)
        for at, item in enumerate(record.items)
        for beside, attachment in enumerate(item.attachments)
    ]
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    offered = [Offered(path, path.relative_to(folder)) for path in paths]
    return Search(wanted, offered).matches()


class Search:
    """Goes through the ways to match, the surest first, and remembers where a way left a choice."""

    def __init__(self, wanted: Sequence[Wanted], offered: Sequence[Offered]) -> None:
        self.wanted = list(wanted)
        self.offered = list(offered)
        self.files: dict[Place, Path] = {}
        self.choices: dict[Place, str] = {}

    def matches(self) -> Matches:
        """Try every way."""
        self.by_content()
        known = [each for each in self.wanted if each.attachment.sha256]
        reasons = {each.place: "ingen fil i mappen har det rigtige indhold" for each in known}
        self.wanted = [each for each in self.wanted if not each.attachment.sha256]
        for fits in WAYS:
            self.by_name(fits)
        for each in self.wanted:
            reasons[each.place] = self.choices.get(each.place, "der er ingen fil til det i mappen")
        return Matches(self.files, reasons, tuple(each.path for each in self.offered))

    def by_content(self) -> None:
        """One file may be the attachment of several items."""
        if not any(each.attachment.sha256 for each in self.wanted):
            return
        digests = {digest(each.path): each for each in reversed(self.offered)}
        for each in [each for each in self.wanted if each.attachment.sha256 in digests]:
            self.files[each.place] = digests[str(each.attachment.sha256)].path
            self.wanted.remove(each)
        used = set(self.files.values())
        self.offered = [each for each in self.offered if each.path not in used]

    def by_name(self, fits: Callable[[Wanted, Offered], bool]) -> None:
        """Take the pairs in which neither side has another to go to."""
        files = {each.place: [file for file in self.offered if fits(each, file)] for each in self.wanted}
        places: dict[Path, list[Wanted]] = {
            file.path: [each for each in self.wanted if fits(each, file)] for file in self.offered
        }
        for each in list(self.wanted):
            found = files[each.place]
            if len(found) > 1:
                names = ", ".join(str(file.inside) for file in found)
                self.choices[each.place] = f"flere filer passer: {names}"
            elif found and len(places[found[0].path]) > 1:
                self.choices[each.place] = f"filen {found[0].inside} passer til flere bilag"
            elif found:
                self.files[each.place] = found[0].path
                self.wanted.remove(each)
                self.offered.remove(found[0])


def fold(number: str | None) -> str | None:
    """A number to compare by: "3 A" as "3a"."""
    return None if number is None else number.replace(" ", "").casefold()


def key(name: str) -> str:
    """A name without what systems change in it: case, spaces, punctuation, how letters are composed."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def stem(name: str) -> str:
    """The key of a name without its file types."""
    return key(TYPES.sub("", name))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def bare(name: str) -> str:
    """The stem of a name without the numbers of item and attachment."""
    name = TYPES.sub("", name)
    for numbers in (BOTH_NUMBERS, ITEM_NUMBER, ATTACHMENT_NUMBER):
        name = numbers.sub("", name)
    return key(name)


def may_be_of(each: Wanted, file: Offered) -> bool:
    """Whether the file tells of no other item."""
    return file.item_number() in (None, fold(each.item.number))


def same_label(each: Wanted, file: Offered) -> bool:
    """ "Punkt 3, Bilag 1 kort.pdf", also as folders: "Punkt 3/Bilag 1/kort.pdf"."""
    return stem(each.label) in (stem(file.inside.name), stem(str(file.inside)))


def same_item_and_title(each: Wanted, file: Offered) -> bool:
    """ "Punkt 3/kort.pdf", "3.1 kort.pdf"."""
    item, attachment = file.numbers()
    here = item is not None and item == fold(each.item.number)
    agrees = (
        attachment is None or each.attachment.number is None or attachment == fold(each.attachment.number)
    )
    return here and agrees and bare(file.inside.name) == bare(each.attachment.title)


def same_full_title(each: Wanted, file: Offered) -> bool:
    """ "kort.pdf", or "budget.xlsx.pdf" for "budget.xlsx"."""
    title = key(each.attachment.title)
    return may_be_of(each, file) and key(file.inside.name) in (title, f"{title}pdf")


def same_title(each: Wanted, file: Offered) -> bool:
    """ "budget.pdf" for "budget.xlsx"."""
    return may_be_of(each, file) and stem(file.inside.name) == stem(each.attachment.title)


def same_numbers(each: Wanted, file: Offered) -> bool:
    """ "Punkt 3 Bilag 1.pdf", "3.1.pdf": both numbers told, and no other name."""
    told = file.numbers()
    here = told == (fold(each.item.number), fold(each.attachment.number))
    return here and None not in told and not bare(file.inside.name)


WAYS = (same_label, same_item_and_title, same_full_title, same_title, same_numbers)
