"""The fields of the index, and how an entry becomes a document in it.

`words` holds the likeliest base forms in order, so that phrases can be asked; `parts` holds the other
readings and the parts of compounds; both of title and text. The title's own pair is there to rank,
`forms` (words as written) to complete what is typed and to forgive typing errors.
"""

from collections.abc import Sequence

import tantivy

from raadslag.search.entry import Entry
from raadslag.search.tokens import Token, chunks

VERSION = 1  # raise it whenever fields or analysis change: an index of another version is rebuilt
STORED_TEXTS = ("address", "title", "text", "body_name", "stage", "case_number")


def build() -> tantivy.Schema:
    """The tantivy schema. Unsigned fields are avoided: deleting by term finds nothing in them."""
    fields = tantivy.SchemaBuilder()
    for name, index_option in (
        ("words", "position"),
        ("parts", "freq"),
        ("title_words", "freq"),
        ("title_parts", "freq"),
        ("forms", "basic"),
    ):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option=index_option)
    for name in ("body", "level", "kind", "outcome"):
        fields.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for name in STORED_TEXTS:
        fields.add_bytes_field(name, stored=True)
    fields.add_integer_field("publication", stored=True, indexed=True)
    fields.add_integer_field("year", indexed=True, fast=True)
    fields.add_integer_field("day", stored=True, indexed=True, fast=True)
    return fields.build()


SCHEMA = build()


def document(entry: Entry, publication_id: int) -> tantivy.Document:
    """The document that stands for an entry."""
    document = tantivy.Document()
    add_words(document, entry)
    for name, value in (
        ("body", entry.body_slug),
        ("level", entry.level),
        ("kind", entry.kind),
        ("outcome", entry.outcome),
    ):
        if value:
            document.add_text(name, value)
    for name, stored in (
        ("address", entry.address),
        ("title", entry.title),
        ("text", entry.text),
        ("body_name", entry.body),
        ("stage", entry.stage),
        ("case_number", entry.case_number),
    ):
        if stored:
            document.add_bytes(name, stored.encode(errors="replace"))
    document.add_integer("publication", publication_id)
    document.add_integer("year", entry.date.year)
    document.add_integer("day", entry.date.toordinal())
    return document


def add_words(document: tantivy.Document, entry: Entry) -> None:
    """Each field value is a line of its own: no phrase runs from the title into the text."""
    title = [token for found in chunks(entry.title) for token in found]
    rest = [token for found in chunks(f"{entry.case_number or ''}\n{entry.text}") for token in found]
    document.add_text("title_words", word_line(title))
    document.add_text("title_parts", part_line(title))
    document.add_text("words", word_line(title))
    document.add_text("words", word_line(rest))
    document.add_text("parts", part_line(title))
    document.add_text("parts", part_line(rest))
    document.add_text("forms", " ".join({token.form for token in (*title, *rest)}))


def word_line(found: Sequence[Token]) -> str:
    return " ".join([token.term.first for token in found])


def part_line(found: Sequence[Token]) -> str:
    return " ".join([token.term.others for token in found if token.term.others])
