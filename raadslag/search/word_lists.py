"""The lists that Danish analysis goes by, and what the dictionary or the rules get wrong.

Keep the exceptions few: rules first.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of two and three letters that compounds begin with, and that they end in. Others are left alone:
# "kontor" is not kon + tor.
SHORT_FIRST = words(
    """
    bo el gå by sø ø å it bad bil bio bro bud bus båd bog bær dag dyr dør dåb fag fly fri gas går gul
    hal hav hud hul hus hår høj ild ilt jul job kaj kor kro kul kur kød kø køn lov luft lyd lys løn løb
    lån liv mad mur mus mål møl net nat nød ord ost ovn pas ren rum rus ryg rør råd sag sal sex ski sky
    sol sne sti syd syn syg sår sæd søm tag tal tid tog top tur træ tøj uge uld ung ur vej vin væg æg år
    ål øl øst zoo
    """
)
SHORT_LAST = words(
    """
    by sø ø å bad bil bio bod bro bud bus båd bog bær dag dyr dør dåb fag far fly gas hal hav hud hul
    hus hår job jul kaj kor kro kul kur kød køb kø køn lag lov lyd lys løn løb lån led liv mad mor mur mål
    net nat nød ord ost ovn pas rum ret ryg rør råd sag sal ski sko sky sol spa sti syn sår tag tal tid
    tog top tur træ tøj uge vej ven vin væg æg år ål øl søn
    """
)
# Words that change what follows instead of naming a kind of it: an "udvalg" is no "valg" …
PARTICLES = words(
    """
    af an be bi bort efter for foran fore fors forud fra frem ful før gen gennem hen her heri hid hvor
    hvori i imod ind inde inden lige med mellem mis mod ned om omkring op over overens på sam sammen
    samt selv så til tilbage trans u ud uden udenfor under ved videre væk dertil derud hertil tilstede
    overfor fortil hvad hver ikke være hvis hvem deres vores skal ville kunne blive blev fordi alle
    andre anden andet ellers eller eneste noget nogen denne dette disse mere mest meget mindre ingen
    deri neds inds till krys medlid dom doms skabs heds selvs sens mods vels alles
    """
)
# … but these before those do name a kind: "efter|uddannelse", "under|udvalg".
DOUBLE = words("efter gen mellem over under videre")
SECOND = ("af", "an", "ind", "op", "ud", "under", "over", "om")
# Endings that happen to be words as well.
ENDINGS = words(
    """
    hed hede heden lighed ligheden skab lige bare fulde løse vise agtig ning else ener erne eren eret
    ende endes ender ring isme ismen elle elses tion ioner ions ske stik gram inde able ible ance ment
    anden ville være denne deres dette ligt slig smagt sandel arisk ikon isk
    """
)
# Words that a search does without when there are others.
SMALL_WORDS = words(
    """
    af at de den der det en er et for fra har i med og om på som til ved eller
    """
)

# Exceptions: form -> base form, where the dictionary has another.
LEMMAS = {
    "leder": "leder",  # dictionary: led
    "lederne": "leder",  # dictionary: led
    "ældre": "ældre",  # dictionary: gammel; the elderly, as in ældreråd
    "klager": "klage",  # dictionary: klager, one who complains
    "klagerne": "klage",  # the same
    "forælder": "forældre",  # dictionary: two words, one for the singular
    "folke": "folk",  # dictionary: none; as in folkeskole
    "børne": "barn",  # dictionary: barnebarn; stands alone in "børne- og ungeudvalget"
}
# Exceptions: words that look like compounds and are not (besked + enhed, eksem + plet, pind + svin …).
WHOLE = words(
    """
    afholdenhed beskedenhed hengivenhed medlidenhed udholdenhed uvidenhed anerkende anerkendelse
    bankerot diktatur eksemplet eksempel entertainment hengive krystal københavner pingvin pingviner
    republikaner skorsten turbulens regiment italiener korrigere hundrede sandsynlig sandsynlighed
    kardinal sabotage rosin salat salami persille magasin pindsvin demokrat fundamental mikroskopisk
    transparent bomuld måltid vandretur jordemoder dagsorden søskende
    brolægger brolægning brolægge
    """
)
