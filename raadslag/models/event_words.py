"""What people call the events of the log, and the things they are about."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    # coming in
    "logged_in": _("loggede ind"),
    "logged_out": _("loggede ud"),
    "log_in_failed": _("forkert adgangskode"),
    "log_in_limited": _("for mange forsøg på at logge ind"),
    "log_in_refused": _("blev afvist ved log-in"),
    "code_wrong": _("forkert kode"),
    "session_expired": _("blev logget ud efter lang tid"),
    "second_factor_begun": _("begyndte at bruge koder fra en app"),
    "second_factor_ended": _("glemte sin app for at knytte en ny"),
    "second_factor_forgotten": _("nulstillede totrinslogin"),
    "recovery_codes_drawn": _("fik nye nødkoder"),
    "password_changed": _("skiftede adgangskode"),
    "password_chosen": _("valgte adgangskode med et engangslink"),
    "password_link_drawn": _("lavede et engangslink til adgangskode"),
    "identity_connected": _("blev genkendt af kommunens log-in"),
    "identity_forgotten": _("fjernede forbindelsen til kommunens log-in"),
    "claim_not_understood": _("fik en rolle af kommunens log-in, som ikke findes her"),
    # people and roles
    "person_added": _("oprettede person"),
    "person_changed": _("rettede person"),
    "person_deactivated": _("lukkede for log-in"),
    "person_reactivated": _("åbnede igen for log-in"),
    "administrator_begun": _("gjorde til administrator"),
    "administrator_ended": _("fratog administratorrollen"),
    "membership_begun": _("gav rolle"),
    "membership_ended": _("afsluttede rolle"),
    "shut_out": _("skrev som inhabil"),
    "shut_out_lifted": _("ophævede inhabilitet"),
    # attachments
    "attachment_added": _("lagde bilag op"),
    "attachment_replaced": _("erstattede bilagets fil"),
    "attachment_renamed": _("gav bilaget ny titel"),
    "attachment_moved": _("flyttede bilag i rækkefølgen"),
    "attachment_closed": _("lukkede bilag"),
    "attachment_opened": _("åbnede bilag"),
    "attachment_left_out": _("udelod bilag"),
    "attachment_taken_in": _("tog bilag med igen"),
    "attachment_removed": _("fjernede bilag"),
    "attachment_restored": _("fortrød, at bilag blev fjernet"),
    "attachment_retried": _("prøvede at omdanne bilag igen"),
    "picture_added": _("satte billede i teksten"),
    # reading
    "read_closed": _("læste lukket"),
    "log_exported": _("hentede loggen"),
}

NOUNS = {
    "attachment": _("bilag"),
    "body": _("udvalg"),
    "item": _("punkt"),
    "meeting": _("møde"),
    "membership": _("rolle"),
    "paper": _("indstilling"),
    "person": _("person"),
}


def event_word(verb: str) -> str:
    """The verb as people say it; one that has no word yet as it is written."""
    return str(EVENTS.get(verb, verb))


def noun_word(noun: str) -> str:
    """The noun as people say it; one that has no word yet as it is written."""
    return str(NOUNS.get(noun, noun))
