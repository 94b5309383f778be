"""The desk's tables, one noun to a file."""

from raadslag.models.agenda.guest import ItemGuest
from raadslag.models.agenda.review import AgendaComment, AgendaReview
from raadslag.models.agenda.rule import AgendaRule
from raadslag.models.agenda.transfer import Transfer, TransferKind
from raadslag.models.agenda.version import AgendaPack, AgendaVersion, Audience, Sending
from raadslag.models.attachment import Attachment
from raadslag.models.attachment_file import AttachmentFile, FileState, Incoming
from raadslag.models.body import Body, BodyKind
from raadslag.models.calendar_address import CalendarAddress
from raadslag.models.deadline import DeadlineRule, MissedDeadline
from raadslag.models.event import Event, LogEnd, verify_log
from raadslag.models.exclusion import Exclusion
from raadslag.models.hearing import Hearing, HearingParty
from raadslag.models.invitation import Invitation
from raadslag.models.item import Item
from raadslag.models.mail_words import MailState
from raadslag.models.meeting import Meeting
from raadslag.models.meeting_plan import MeetingPlan
from raadslag.models.membership import Membership
from raadslag.models.municipality import Municipality
from raadslag.models.notice import Notice
from raadslag.models.outbox import OutboxMail
from raadslag.models.paper import Paper
from raadslag.models.paper_move import PaperMove
from raadslag.models.paper_template import PaperTemplate, SectionKind, TemplateSection
from raadslag.models.paper_text import PaperSection, PaperVersion
from raadslag.models.person import Person
from raadslag.models.picture import Picture
from raadslag.models.route import RouteStep, RouteTemplate, RouteTemplateStep, Task
from raadslag.models.source_document import SourceDocument
from raadslag.models.standing_item import ComingCase, Course, Prints, StandingItem
from raadslag.models.term import Term
from raadslag.models.topic import Topic
from raadslag.models.unsubscription import Unsubscription
from raadslag.models.waiver import FindingWaiver

__all__ = [
    "AgendaComment",
    "AgendaPack",
    "AgendaReview",
    "AgendaRule",
    "AgendaVersion",
    "Attachment",
    "AttachmentFile",
    "Audience",
    "Body",
    "BodyKind",
    "CalendarAddress",
    "ComingCase",
    "Course",
    "DeadlineRule",
    "Event",
    "Exclusion",
    "FileState",
    "FindingWaiver",
    "Hearing",
    "HearingParty",
    "Incoming",
    "Invitation",
    "Item",
    "ItemGuest",
    "LogEnd",
    "MailState",
    "Meeting",
    "MeetingPlan",
    "Membership",
    "MissedDeadline",
    "Municipality",
    "Notice",
    "OutboxMail",
    "Paper",
    "PaperMove",
    "PaperSection",
    "PaperTemplate",
    "PaperVersion",
    "Person",
    "Picture",
    "Prints",
    "RouteStep",
    "RouteTemplate",
    "RouteTemplateStep",
    "SectionKind",
    "Sending",
    "SourceDocument",
    "StandingItem",
    "Task",
    "TemplateSection",
    "Term",
    "Topic",
    "Transfer",
    "TransferKind",
    "Unsubscription",
    "verify_log",
]
