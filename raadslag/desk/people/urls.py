"""The addresses of people, profile and exclusions."""

from django.urls import path

from raadslag.desk.people import exclusions, people, person
from raadslag.desk.people.profile import profile
from raadslag.models import Item, Paper

urlpatterns = [
    path("profil/", profile, name="profile"),
    path("administration/", people.administration, name="administration"),
    path("administration/personer/", people.people, name="people"),
    path("administration/personer/ny", people.new_person, name="person-new"),
    path("administration/personer/<uuid:key>/", person.person, name="person"),
    path("administration/personer/<uuid:key>/rolle", person.begin_role, name="person-role"),
    path("administration/personer/<uuid:key>/link", person.draw_link, name="person-link"),
    path("administration/personer/<uuid:key>/<slug:deed>", person.do, name="person-do"),
    path("administration/roller/<uuid:key>/slut", person.end_role, name="role-end"),
    path(
        "indstillinger/<uuid:key>/inhabilitet",
        exclusions.page_of(Paper, "paper-exclusions"),
        name="paper-exclusions",
    ),
    path(
        "indstillinger/<uuid:key>/inhabilitet/<uuid:person>/ophaev",
        exclusions.lifting(Paper, "paper-exclusions"),
        name="paper-exclusions-lift",
    ),
    path(
        "punkter/<uuid:key>/inhabilitet",
        exclusions.page_of(Item, "item-exclusions"),
        name="item-exclusions",
    ),
    path(
        "punkter/<uuid:key>/inhabilitet/<uuid:person>/ophaev",
        exclusions.lifting(Item, "item-exclusions"),
        name="item-exclusions-lift",
    ),
]
