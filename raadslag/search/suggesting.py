"""Completing what a person is typing, from the words and titles that are there."""

import tantivy
from tantivy import Occur

from raadslag.search.danish import WITHOUT_DANISH_KEYS, term
from raadslag.search.result import Suggestion
from raadslag.search.schema import SCHEMA
from raadslag.search.tokens import Token, tokens
from raadslag.search.words import LONGEST_QUERY

SHORTEST = 2  # letters before a completion is more help than noise
MOST_WORDS = 5
MOST_TITLES = 5
MOST_COMPLETIONS = 50


def suggestions(typed: str, searcher: tantivy.Searcher) -> tuple[Suggestion, ...]:
    """Titles that hold all that is typed, the last word begun, then completions of the last word."""
    words = list(tokens(typed[:LONGEST_QUERY]))
    if not words or len(words[-1].form) < SHORTEST or typed[-1].isspace():
        return ()
    before, last = words[:-1], words[-1]
    completed = completions(last.form, searcher)
    if not completed:
        return ()
    wanted = [in_title(word.term.lemmas) for word in before]
    wanted.append(in_title(tuple({term(form).first: None for form in completed})))
    query = tantivy.Query.boolean_query([(Occur.Must, one) for one in wanted])
    likely = (Suggestion(text=as_typed(typed, last, form)) for form in completed[:MOST_WORDS])
    return (*titles(query, searcher), *likely)


def as_typed(typed: str, last: Token, form: str) -> str:
    """What is typed with its last word completed: its own letters stay, as the capitals of a case number."""
    begun = typed[last.start : last.end]
    same = form.startswith(last.form) and len(begun) == len(last.form)
    return typed[: last.start] + (begun + form[len(begun) :] if same else form)


def completions(prefix: str, searcher: tantivy.Searcher) -> list[str]:
    """The words that begin so, most used first; å may be typed as aa, and so on."""
    prefixes = {prefix} | {prefix.replace(plain, letter) for plain, letter in WITHOUT_DANISH_KEYS}
    prefixes |= {prefix.replace(letter, plain) for plain, letter in WITHOUT_DANISH_KEYS}
    counted: dict[str, int] = {}
    for one in prefixes:
        counted |= dict(searcher.terms_with_prefix("forms", one))
    return sorted(counted, key=lambda form: (-counted[form], form))[:MOST_COMPLETIONS]


def in_title(lemmas: tuple[str, ...]) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [
            (Occur.Should, tantivy.Query.term_query(SCHEMA, field, lemma))
            for lemma in lemmas
            for field in ("title_words", "title_parts")
        ]
    )


def titles(query: tantivy.Query, searcher: tantivy.Searcher) -> list[Suggestion]:
    """The best titles, each once."""
    found: dict[str, Suggestion] = {}
    for _, address in searcher.search(query, limit=4 * MOST_TITLES).hits:
        fields = searcher.doc(address).to_dict()
        title, page = (bytes(fields[name][0]).decode() for name in ("title", "address"))
        found.setdefault(title, Suggestion(text=title, address=page))
    return list(found.values())[:MOST_TITLES]
