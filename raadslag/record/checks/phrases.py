"""Words that the checks know: standing items, and the standard phrases of minutes."""

import re

from raadslag.record.meeting import Item
from raadslag.record.words import Kind

STANDING = re.compile(
    r"(godkendelse af |opfølgning på )?(dagsorden|referat|protokol|beslutningsprotokol)"
    r"|bordrund|(evt|eventuelt)\W*$|meddelelse|(skriftlige? |gensidig )?orientering|spørgetid"
    r"|underskrift|lukkede punkter|velkomst|siden sidst|sager på vej|kurser|næste møde|mødeplan"
    r"|årshjul|pause\b",
)
# What minutes say again and again: bodies, papers, and what is done with them.
STANDARD_WORDS = frozenset(
    (
        *("af", "afstemning", "alle", "anbefale", "anbefaler", "anbefales", "anbefalet", "at"),
        *("behandles", "behandlet", "behandling", "bemærkning", "bemærkninger", "beslutning"),
        *("beslutningen", "besluttede", "blev", "blive", "bliver", "dagsorden", "dagsordenen", "de"),
        *("den", "der", "det", "dette", "drøftede", "drøftelse", "drøftelsen", "drøftes", "drøftet"),
        *("efter", "efterretning", "en", "enstemmigt", "er", "et", "for", "foranstående", "forelagt"),
        *("forslag", "forslaget", "forvaltningen", "forvaltningens", "fra", "givet", "givne", "godkende"),
        *("godkender", "godkendes", "godkendt", "godkendte", "gruppe", "gruppen", "har", "henviser"),
        *("henvises", "henvist", "i", "igen", "ikke", "indstillede", "indstiller", "indstilles"),
        *("indstilling", "indstillingen", "indstillinger", "indstillingerne", "ingen", "intet", "kreds"),
        *("kredsen", "med", "mod", "møde", "møder", "mødet", "næste", "og", "om", "orienterede"),
        *("orientering", "orienteringen", "orienteringerne", "overfor", "punkt", "punktet", "på"),
        *("redegørelse", "redegørelsen", "referat", "referatet", "sag", "sagen", "sagens", "sender"),
        *("sendes", "sig", "som", "tager", "tages", "taget", "til", "tilslutte", "tilsluttede"),
        *("tilslutter", "tiltrådt", "tiltræder", "tog", "uden", "udgik", "udgår", "udsat", "udsættelse"),
        *("udsættes", "var", "ved", "vedtager", "vedtages", "vedtaget", "vedtog"),
    )
)
BODY_WORD = re.compile(
    r".*(udvalg(et)?s?|råd(et)?s?|magistrat(en)?s?|byråd(et)?s?|kommunalbestyrelse[n]?s?|bestyrelse[n]?s?"
    r"|rådmand(en)?s?|rådmandskredsen|borgmester(en)?s?|direktion(en)?s?|direktør(en)?s?|formand(en)?s?)"
)
# What is rightly the same from item to item: votes, dissents, who was out of the room, where it goes.
REPEATED = re.compile(
    r"\b(stemte|stemmer|undlod at stemme|tiltræde|forbehold|deltog|fraværende|fravær|forlod|inhabil|afbud"
    r"|stedfortræder|lukkede? døre|(tilbage|frem|over)send(es|t|er))\b",
)
WORD = re.compile(r"[^\W\d_]+\b(?!-)")  # not the "Ældre-" of "Ældre- og Sundhedsudvalget"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zæøå])|\n+")  # not the "27. august"


def is_standing(item: Item) -> bool:
    """An item of every meeting (Dagsorden, Referat, Evt.), by its kind or its title."""
    return item.kind is Kind.STANDING or STANDING.match(item.title.casefold()) is not None


def specific_sentences(text: str) -> list[str]:
    """The sentences that say something of their own: four words or more, and not only a standard phrase."""
    return [sentence for sentence in map(str.strip, SENTENCE_END.split(text)) if is_specific(sentence)]


def is_specific(sentence: str) -> bool:
    lower = sentence.casefold()
    words = WORD.findall(lower)
    if len(words) < 4 or REPEATED.search(lower):
        return False
    own = (word for word in words if word not in STANDARD_WORDS and not BODY_WORD.fullmatch(word))
    return any(len(word) > 3 for word in own)
