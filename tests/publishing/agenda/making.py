"""An agenda of Havne- og Klimaudvalget with what an agenda may have: a paper, closed items, attachments."""

from datetime import timedelta

from raadslag.models import Attachment, AttachmentFile, FileState, Item, Meeting, PaperSection, SectionKind
from raadslag.models.desk_files import desk_files
from raadslag.publishing import publish
from raadslag.publishing.agenda.composing import compose
from raadslag.publishing.agenda.sending import ask, deliver, settle
from raadslag.publishing.agenda.versions import fingerprint
from raadslag.record import Item as RecordItem
from raadslag.record import MeetingRecord, Part, Stage
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState
from tests.lindevad import pdf
from tests.models.lindevad import GROUND, Lindevad
from tests.publishing.agenda.words import OFFER, SECRET, WALL


class Agenda(Lindevad):
    """The cast, and a meeting with three items: the wall, a purchase behind closed doors, any other word."""

    def __init__(self):
        super().__init__()
        starts_at = self.now + timedelta(days=14)
        self.meeting = Meeting.objects.create(
            body=self.cast.committee,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            place="Rådhuset",
        )
        self.wall_paper = self.paper(state=PaperState.ON_AGENDA)
        sections = (
            ("Resumé", SectionKind.PROSE, f"<p>{WALL}</p>"),
            ("At", SectionKind.CLAUSES, "muren hæves"),
        )
        for order, (heading, kind, content) in enumerate(sections):
            PaperSection.objects.create(
                paper=self.wall_paper, order=order, heading=heading, kind=kind, content=content
            )
        self.wall = self.put("Højvandsmur ved havnen", paper=self.wall_paper, minutes=30)
        self.map = self.attached("Kort", "Kort over muren", paper=self.wall_paper)
        self.offer = self.attached("Tilbud", OFFER, part=Part.CLOSED, paper=self.wall_paper)
        self.purchase = self.put(
            "Køb af Fjordvej 4",
            part=Part.CLOSED,
            closed_ground=GROUND,
            public_title="En ejendomssag",
            text=SECRET,
            minutes=10,
        )
        self.word = self.put("Eventuelt")

    def put(self, title, **columns):
        """An item last on the agenda."""
        return Item.objects.create(
            meeting=self.meeting, title=title, order=self.meeting.items.count() + 1, **columns
        )

    def attached(self, title, words, part=Part.OPEN, state=FileState.READY, **of):
        """An attachment whose safe copy says the words."""
        attachment = Attachment.objects.create(
            title=title, part=part, closed_ground=GROUND if part == Part.CLOSED else "", **of
        )
        self.replaced(attachment, words, state=state)
        return attachment

    def replaced(self, attachment, words, state=FileState.READY):
        """Another file for the attachment, the newest."""
        data = pdf(words)
        return AttachmentFile.objects.create(
            attachment=attachment,
            number=attachment.files.count() + 1,
            name=f"{attachment.title}.pdf",
            size=len(data),
            sha256=desk_files().keep(data),
            uploaded_at=self.now,
            uploaded_by=self.cast.karen,
            state=state,
            pdf_sha256=desk_files().keep(data) if state == FileState.READY else "",
            pages=1,
            text=words,
        )

    def composed(self):
        self.meeting.refresh_from_db()
        return compose(self.meeting, at=self.now)

    def asked(self, note="", publishes=True, **values):
        """Anna asks for the agenda to be sent as it is."""
        composed = self.composed()
        values = {"seen": fingerprint(composed), "by": self.cast.anna, "at": self.now} | values
        return ask(self.meeting, composed, note=note, publishes=publishes, **values)

    def sent(self, **values):
        """The agenda as it is, with members and public."""
        version = self.asked(**values)
        settle(version, deliver(version, self.now), self.now)
        self.meeting.refresh_from_db()
        return version

    def meeting_of_council(self):
        """A meeting that the council has held."""
        starts_at = self.now - timedelta(days=1)
        return Meeting.objects.create(
            body=self.cast.council,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            state=MeetingState.HELD,
        )

    def publish_minutes(self, meeting):
        """Minutes of that meeting, with one item, for everybody to read."""
        record = MeetingRecord(
            authority="Lindevad Kommune",
            body=meeting.body.name,
            stage=Stage.MINUTES,
            starts_at=meeting.starts.replace(tzinfo=None),
            items=(RecordItem(number="1", title="Diget"),),
        )
        return publish(record, {}, by="Anna Lund", at=self.now, why="Godkendt")
