"""From the words a person typed to a tantivy query, with typing errors forgiven where a word is not known."""

from dataclasses import dataclass

import tantivy
from tantivy import Occur

from raadslag.search.danish import Term, compound, danish_spelling, term
from raadslag.search.lexicon import is_common
from raadslag.search.schema import SCHEMA
from raadslag.search.spelling import respellings
from raadslag.search.tokens import Token
from raadslag.search.words import Clause, Words

# How much a word counts by where it is found.
WEIGHTS = (("title_words", 3.0), ("words", 1.0), ("title_parts", 1.5), ("parts", 0.5))


@dataclass(frozen=True, slots=True)
class Match:
    """A query, what it searches for (to mark in the text), and what was respelt on the way."""

    query: tantivy.Query
    terms: frozenset[str] = frozenset()  # any one of them is a hit
    phrases: tuple[tuple[str, ...], ...] = ()  # base forms that are a hit in this order
    respelled: tuple[tuple[str, str], ...] = ()


def match(words: Words, searcher: tantivy.Searcher) -> Match:
    """The query for what was typed; no words at all match everything."""
    found = [clause_match(clause, searcher) for clause in words.wanted]
    clauses = [(Occur.Must, part.query) for part in found]
    if not clauses:
        clauses = [(Occur.Must, tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0))]
    clauses += [(Occur.MustNot, exact_query(clause)) for clause in words.unwanted]
    clauses += [(Occur.Should, exact_query(clause)) for clause in words.small]
    return Match(
        tantivy.Query.boolean_query(clauses),
        frozenset().union(*(part.terms for part in found)),
        tuple(phrase for part in found for phrase in part.phrases),
        tuple(pair for part in found for pair in part.respelled),
    )


def clause_match(clause: Clause, searcher: tantivy.Searcher) -> Match:
    """A phrase as it stands; a word as it stands, or else what was probably meant by it."""
    if clause.quoted:
        return Match(exact_query(clause), phrases=(tuple(found.first for found in clause.terms),))
    (word,) = clause.words
    if document_count(word.term, searcher) == 0:
        return in_parts(word, searcher) or respelt(word, searcher) or as_typed(word)
    return as_typed(word)


def exact_query(clause: Clause) -> tantivy.Query:
    """A phrase in order; one quoted word not as a part of others; a plain word in any form and compound."""
    if not clause.quoted:
        return word_query(clause.terms[0].lemmas)
    lemmas: list[str | tuple[int, str]] = [found.first for found in clause.terms]
    if len(lemmas) == 1:
        return tantivy.Query.term_query(SCHEMA, "words", lemmas[0])
    return tantivy.Query.phrase_query(SCHEMA, "words", lemmas)


def as_typed(word: Token) -> Match:
    return Match(word_query(word.term.lemmas), frozenset(word.term.lemmas))


def in_parts(word: Token, searcher: tantivy.Searcher) -> Match | None:
    """An unknown compound as its parts, all of which must be found: "skoleudvalgsmøde"."""
    parts = [term(part) for part in compound(danish_spelling(word.form))]
    if len(parts) < 2 or not all(document_count(part, searcher) for part in parts):
        return None
    query = tantivy.Query.boolean_query([(Occur.Must, word_query(part.lemmas)) for part in parts])
    return Match(query, frozenset(lemma for part in parts for lemma in part.lemmas))


def respelt(word: Token, searcher: tantivy.Searcher) -> Match | None:
    """The words in the index one typing error away from the form typed, or from its base form."""
    if is_common(word.form):
        return None
    forms = respellings(word.form, lambda form: searcher.doc_freq("forms", form))
    bases = respellings(word.term.lemmas[0], lambda base: document_count(Term((base,)), searcher))
    lemmas = tuple(dict.fromkeys([lemma for form in forms for lemma in term(form).lemmas] + list(bases)))
    if not lemmas:
        return None
    meant = forms[0] if forms else danish_spelling(bases[0])
    return Match(word_query(lemmas), frozenset(lemmas), respelled=((word.form, meant),))


def document_count(found: Term, searcher: tantivy.Searcher) -> int:
    """How many documents hold the word, at most; 0 is exact."""
    fields = ("words", "parts")
    return sum(searcher.doc_freq(field, lemma) for lemma in found.lemmas for field in fields)


def word_query(lemmas: tuple[str, ...]) -> tantivy.Query:
    """Any of the base forms, anywhere, better in the title than in the text and whole than as a part."""
    return tantivy.Query.boolean_query(
        [
            (Occur.Should, tantivy.Query.boost_query(tantivy.Query.term_query(SCHEMA, field, lemma), weight))
            for lemma in lemmas
            for field, weight in WEIGHTS
        ]
    )
