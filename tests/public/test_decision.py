"""What a decision shows, once."""

from raadslag.public.templatetags.site import unsaid_in
from raadslag.record import Dissent, FollowUp

WORDS = "Godkendt.\nGruppe V kunne ikke tiltræde punkt 2.\nForvaltningen skriver et notat."


def test_what_the_decision_says_itself_is_not_said_again():
    repeated = Dissent(who="Gruppe V", text="Gruppe V kunne ikke tiltræde punkt 2.")
    own = Dissent(who="Gruppe V", text="Prisen er for høj.")
    assert unsaid_in((repeated, own), WORDS) == [own]


def test_a_follow_up_with_words_of_its_own_stays():
    told = FollowUp(text="Forvaltningen skriver et notat.", who="Forvaltningen")
    own = FollowUp(text="Notat om prisen", who="Forvaltningen", due="marts")
    assert unsaid_in((told, own), WORDS) == [own]
