"""The committee's agenda as it is sent, and people who look at what is out of it."""

from datetime import timedelta

from lxml import html

from raadslag.models import AgendaReview, Item, Meeting, Membership
from raadslag.rules.roles import Role
from tests.desk.entering import enter
from tests.publishing.agenda.making import Agenda
from tests.publishing.agenda.words import WALL


def text_of(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


class Desk(Agenda):
    """The agenda before it is sent; its addresses at the desk and those it will have for citizens."""

    def __init__(self):
        super().__init__()
        held_on = self.meeting.held_on
        self.document = f"/moeder/havne-og-klimaudvalget/{held_on}/dagsorden/"
        self.map_address = f"{self.document}punkt-1/bilag-1"
        self.page = f"/skrivebord/moeder/{self.meeting.key}/dagsorden/offentliggjort/"
        self.redact = f"/skrivebord/bilag/{self.map.key}/overstreg/"

    def client(self, client, name):
        enter(client, self.cast.people[name])
        return client


class Out(Desk):
    """The agenda, sent and published."""

    def __init__(self):
        super().__init__()
        self.sent()

    @property
    def addresses(self):
        """The pages of what is out."""
        return {
            "published": self.page,
            "withdraw": f"{self.page}dagsorden/traek-tilbage",
            "redact": self.redact,
        }

    def read_first(self, at):
        """Another agenda, which Jens reads before it is sent, and Mette answers for: the pages of it."""
        starts_at = at + timedelta(days=20)
        meeting = Meeting.objects.create(
            body=self.cast.committee, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
        )
        guidance = "Skriv kort, hvad sagen går ud på, så en borger uden forkundskaber kan forstå den."
        self.template.sections.create(order=1, heading="Resumé", guidance=guidance)
        for order, (title, text) in enumerate([("Havneplan", WALL), ("Cykelsti", guidance)], 1):
            Item.objects.create(meeting=meeting, title=title, text=text, order=order, minutes=20)
        review = AgendaReview.objects.open(
            meeting, [self.cast.jens], starts_at.date(), "Se på tiden.", by=self.cast.anna, at=at
        )
        review.comment(meeting.items.first(), "Skriv prisen på.", by=self.cast.jens, at=at)
        Membership.objects.create(
            person=self.cast.mette, body=self.cast.committee, role=Role.APPROVER, starts_on=self.today
        )
        of_agenda = f"/skrivebord/moeder/{meeting.key}/dagsorden/"
        return {
            "reading": f"/skrivebord/laesning/{review.key}/",
            "review": f"{of_agenda}laesning/",
            "waivers": f"{of_agenda}kontrol/",
        }
