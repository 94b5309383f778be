"""Words that the dictionary or the rules get wrong, each with the reason. Keep it short: rules first."""

# form -> base form, where the dictionary has another
LEMMAS = {
    "leder": "leder",  # dictionary: led
    "lederne": "leder",  # dictionary: led
    "ældre": "ældre",  # dictionary: gammel; the elderly, as in ældreråd
    "børne": "barn",  # dictionary: barnebarn; stands alone in "børne- og ungeudvalget"
}

# Words that look like compounds and are not: what they would have been split into shows why.
WHOLE = frozenset(
    "afholdenhed beskedenhed hengivenhed medlidenhed udholdenhed uvidenhed "  # besked|enhed
    "anerkende anerkendelse bankerot diktatur eksemplet eksempel entertainment hengive krystal "  # eksem|plet
    "københavner pingvin pingviner republikaner skorsten turbulens regiment italiener korrigere "
    "hundrede sandsynlig sandsynlighed kardinal sabotage rosin salat salami persille magasin pindsvin demokrat "
    "fundamental mikroskopisk transparent".split()
)
