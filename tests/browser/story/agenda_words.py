"""What the story of an agenda is about, in words: what everybody may read, and what nobody outside may."""

WATER = "Badevandsprofiler"
WATER_WORDS = "Badevandet ved Nordstranden er prøvet ni gange i sommer."
CRANE = "Ny kran på Pier 2"
CRANE_WORDS = "Den gamle kran løfter ikke længere det, havnen tager ind."
PLAN = "Fritidsplan"

PURCHASE = "Køb af Skallebækvej 9"
PURCHASE_PUBLIC = "En ejendomssag"
PURCHASE_WORDS = "Ejeren af Skallebækvej 9 vil have 385.000 kr. for engen."

COMPLAINT = "En badegæst, Peder Vråmose, klagede over vandet i juli."
NAME = "Peder Vråmose"
MEASURED = "Uge 27: nitten grader og syvogtredive kolonier."
MEASURED_WORDS = "syvogtredive kolonier"
LAB = "Laboratoriet tager 412 kroner for hver prøve."

# what is closed, in words that stand nowhere else
CLOSED_WORDS = ("Skallebækvej", "385.000", "412 kroner")
