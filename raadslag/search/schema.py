"""The fields of the index, and how an entry becomes a document in it.

`words` holds the lemmas in order, so phrases can be asked; `parts` holds other readings of a word and the parts of
compounds; both for title and text. The title's own pair is there to rank, `forms` to suggest and to forgive typing errors.
"""

import tantivy

from raadslag.search.tokens import Token, tokens
from raadslag.search.entry import Entry

VERSION = 1  # raise it whenever fields or analysis change: an index of another version is rebuilt


def build() -> tantivy.Schema:
    """The tantivy schema. Unsigned fields are avoided: deleting by term finds nothing in them."""
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("parts", tokenizer_name="whitespace", index_option="freq")
    fields.add_text_field("title_words", tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("title_parts", tokenizer_name="whitespace", index_option="freq")
    fields.add_text_field("forms", tokenizer_name="whitespace", index_option="basic")
    for name in ("body", "level", "kind", "outcome"):
        fields.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("address", "title", "text", "body_name", "stage", "case_number"):
        fields.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
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
        ("address", entry.address),
        ("title", entry.title),
        ("text", entry.text),
        ("body", entry.body_slug),
        ("body_name", entry.body),
        ("level", entry.level),
        ("stage", entry.stage),
        ("kind", entry.kind),
        ("outcome", entry.outcome),
        ("case_number", entry.case_number),
    ):
        if value:
            document.add_text(name, value)
    document.add_integer("publication", publication_id)
    document.add_integer("year", entry.date.year)
    document.add_integer("day", entry.date.toordinal())
    return document


def add_words(document: tantivy.Document, entry: Entry) -> None:
    title = list(tokens(entry.title))
    rest = list(tokens(f"{entry.case_number or ''}\n{entry.text}"))
    document.add_text("title_words", lemma_line(title))
    document.add_text("title_parts", part_line(title))
    document.add_text("words", lemma_line(title))
    document.add_text("words", lemma_line(rest))  # a value of its own: no phrase runs from title to text
    document.add_text("parts", part_line(title + rest))
    document.add_text("forms", " ".join({token.form for token in title + rest}))


def lemma_line(found: list[Token]) -> str:
    return " ".join([token.term.lemmas[0] for token in found])


def part_line(found: list[Token]) -> str:
    return " ".join([part for token in found for part in token.term.lemmas[1:] + token.term.parts])
