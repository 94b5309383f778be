"""What people call the events of the log, and the things they are about."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    # mail
    "mail_sent_again": _("satte mail til at blive sendt igen"),
    "mail_chosen": _("valgte mails"),
    # papers on their way
    "paper_begun": _("begyndte indstilling"),
    "paper_submitted": _("sendte til godkendelse"),
    "paper_returned": _("sendte tilbage"),
    "paper_approved": _("godkendte"),
    "paper_endorsed": _("gav påtegning"),
    "paper_placed": _("satte på dagsorden"),
    "paper_taken_off": _("tog af dagsorden"),
    "paper_decided": _("markerede som besluttet"),
    "paper_passed_on": _("sendte videre på sagsgangen"),
    "paper_withdrawn": _("trak tilbage"),
    "paper_resumed": _("genoptog"),
    "pen_taken": _("tog pennen"),
    "pen_taken_back": _("tog pennen fra en anden"),
    "pen_handed_over": _("gav pennen videre"),
    "pen_put_down": _("lagde pennen"),
    "route_step_added": _("føjede trin til sagsgangen"),
    "route_step_removed": _("tog trin ud af sagsgangen"),
    "route_step_moved": _("flyttede trin i sagsgangen"),
    "route_step_planned": _("satte frist eller ansvarlig i sagsgangen"),
    "route_template_added": _("oprettede skabelon for sagsgang"),
    "route_template_changed": _("rettede skabelon for sagsgang"),
    "hearing_begun": _("sendte i høring"),
    "hearing_answered": _("svarede på høring"),
    "hearing_closed": _("afsluttede høring"),
    # bodies and the year
    "municipality_changed": _("rettede kommunens oplysninger"),
    "term_added": _("tilføjede valgperiode"),
    "body_added": _("oprettede udvalg eller afdeling"),
    "body_changed": _("rettede udvalg eller afdeling"),
    "deadline_changed": _("rettede frist"),
    "deadline_removed": _("fjernede frist"),
    "deadline_missed": _("skrev, hvorfor en frist blev overskredet"),
    "plan_rule_added": _("lagde regel ind i mødeplan"),
    "plan_rule_removed": _("fjernede regel fra mødeplan"),
    "plan_published": _("udgav mødeplan"),
    "meeting_planned": _("lagde møde ind"),
    "meeting_moved": _("flyttede møde"),
    "meeting_cancelled": _("aflyste møde"),
    "meeting_removed": _("tog møde ud af planen"),
    "topic_added": _("lagde emne på årshjulet"),
    "topic_changed": _("rettede emne på årshjulet"),
    "topic_taken_off": _("tog emne af årshjulet"),
    "topic_put_on": _("satte emne på årshjulet igen"),
    "topic_used": _("satte emne fra årshjulet på dagsorden"),
    "standing_item_kept": _("rettede fast punkt"),
    "coming_case_kept": _("rettede sag på vej"),
    "course_kept": _("rettede kursus eller konference"),
    "calendar_address_renewed": _("fik ny kalenderadresse"),
    # papers as they are written
    "paper_written": _("skrev i indstilling"),
    "paper_closed": _("lukkede indstilling"),
    "paper_opened": _("åbnede indstilling"),
    "word_taken": _("tog tekst fra Word"),
    "template_made": _("lavede skabelon"),
    "template_changed": _("rettede skabelon"),
    # reading
    "read_closed": _("læste lukket"),
    "log_exported": _("hentede loggen"),
    "finding_waived": _("sagde god for noget, som kontrollen fandt"),
}

NOUNS = {
    "comingcase": _("sag på vej"),
    "course": _("kursus"),
    "deadlinerule": _("frist"),
    "meetingplan": _("mødeplan"),
    "municipality": _("kommune"),
    "standingitem": _("fast punkt"),
    "term": _("valgperiode"),
    "topic": _("emne på årshjulet"),
    "outboxmail": _("mail"),
    "attachment": _("bilag"),
    "body": _("udvalg"),
    "item": _("punkt"),
    "meeting": _("møde"),
    "membership": _("rolle"),
    "paper": pgettext_lazy("paper", "indstilling"),
    "papertemplate": _("skabelon"),
    "person": _("person"),
    "routetemplate": _("skabelon for sagsgang"),
}
# what is worth knowing of an event; the rest is shown under the names that the code has
DETAILS = {
    "address": _("adresse"),
    "asked": _("søgning"),
    "ends_on": _("til"),
    "fields": _("felter"),
    "how": _("med"),
    "person": _("person"),
    "routetemplate": _("skabelon for sagsgang"),
    "starts_on": _("fra"),
    "values": _("værdier"),
}
# values of details that have a word of their own
VALUES = {
    "mfa": _("kode"),
    "password": _("adgangskode"),
    "socialaccount": _("kommunens log-in"),
    "department": _("afdeling"),
    "email": _("e-post"),
    "language": _("sprog"),
    "name": _("navn"),
    "phone": _("telefon"),
    "title": _("stilling"),
}


def event_word(verb: str) -> str:
    """The verb as people say it; one that has no word yet as it is written."""
    return str(EVENTS.get(verb, verb))


def noun_word(noun: str) -> str:
    """The noun as people say it; one that has no word yet as it is written."""
    return str(NOUNS.get(noun, noun))
