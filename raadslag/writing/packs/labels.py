"""What an attachment is called on its stamp, in the bookmarks and in messages."""

from raadslag.record import Attachment, Item


def item_label(item: Item) -> str:
    """ "Punkt 3: Cykelstier", as the minutes' outline has it; without a number, the title alone."""
    return f"Punkt {item.number}: {item.title}" if item.number else item.title


def attachment_label(item: Item, attachment: Attachment) -> str:
    """ "Punkt 3, Bilag 1: kort.pdf". No number is made up where the record has none."""
    where = f"Punkt {item.number}" if item.number else item.title
    what = f"Bilag {attachment.number}" if attachment.number else "Bilag"
    return f"{where}, {what}: {attachment.title}"
