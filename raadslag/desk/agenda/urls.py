"""The addresses of building an agenda."""

from django.urls import path

from raadslag.desk.agenda import builder, items, order, rules, sources, transfers

AGENDA = "moeder/<uuid:key>/dagsorden"
ITEM = "punkter/<uuid:key>"
RULE = "dagsordenregler/<uuid:key>"

urlpatterns = [
    path(f"{AGENDA}/", builder.agenda, name="agenda"),
    path(f"{AGENDA}/faste-punkter", builder.agenda_lay_out, name="agenda-lay-out"),
    path(f"{AGENDA}/raekkefoelge", order.agenda_order, name="agenda-order"),
    path(f"{AGENDA}/minutter", order.agenda_minutes, name="agenda-minutes"),
    path(f"{AGENDA}/nyt-punkt", sources.agenda_item_new, name="agenda-item-new"),
    path(f"{AGENDA}/indstillinger/<uuid:paper>", sources.agenda_paper, name="agenda-paper"),
    path(f"{AGENDA}/sager/<uuid:transfer>", sources.agenda_transfer, name="agenda-transfer"),
    path(f"{AGENDA}/sager/<uuid:transfer>/opgiv", sources.agenda_transfer_off, name="agenda-transfer-off"),
    path(f"{AGENDA}/regler/ny", rules.agenda_rule_new, name="agenda-rule-new"),
    path(f"{RULE}/", rules.agenda_rule, name="agenda-rule"),
    path(f"{RULE}/fjern", rules.agenda_rule_off, name="agenda-rule-off"),
    path(f"{RULE}/goer", rules.agenda_rule_do, name="agenda-rule-do"),
    path("moeder/<uuid:key>/emner/<uuid:topic>", sources.agenda_topic, name="agenda-topic"),
    path(f"{ITEM}/ret", items.agenda_item, name="agenda-item"),
    path(f"{ITEM}/af", items.agenda_item_off, name="agenda-item-off"),
    path(f"{ITEM}/paa", items.agenda_item_back, name="agenda-item-back"),
    path(f"{ITEM}/betingelse", items.agenda_item_condition, name="agenda-item-condition"),
    path(f"{ITEM}/henvis", transfers.agenda_item_refer, name="agenda-item-refer"),
    path(f"{ITEM}/udsaet", transfers.agenda_item_postpone, name="agenda-item-postpone"),
]
