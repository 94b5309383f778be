"""The committee's agenda as it is sent, and people who look at what is out of it."""

from lxml import html

from tests.desk.entering import enter
from tests.publishing.agenda.making import Agenda


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
