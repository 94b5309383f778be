"""A sheet of our own read back: its spans, in order, become the record that was set.

Which field a span belongs to follows from its style and from the label before it, and from nothing in
the words of a value.
"""

import re
from collections.abc import Callable

from raadslag.reading.formats.own_fields import Frame, Place, Read, SheetError, Thing, read_clock, readers
from raadslag.record import Attachment, Item, MeetingRecord, Paper, sheet
from raadslag.record.codec import SCHEMA, from_data
from raadslag.record.sheet import FACTS, Kind, Style

# what becomes of a span: the path of its field, or None where it says nothing of the record
Handler = Callable[["Sheet", str], str | None]

MISPLACED = "Linjen er sat som i vores egne dokumenter, men står hvor de ikke har den."
BROKEN = "Dokumentet ligner et af vores egne, men er ikke helt."

STAGES = {**sheet.STAGES, **sheet.SUPPLEMENTS}
clause_label = re.compile(r"At \d+\)")


class Sheet:
    """Takes the spans of a sheet one by one. `path` is that of the record that they make up."""

    def __init__(self, path: str) -> None:
        self._record = Thing(MeetingRecord, path)
        self._frames = [Frame(self._record, self._record, self._record)]
        self._style: Style | None = None
        self._place: Place | None = None
        # the person, vote or attachment that the labels of a line are about
        self._row = self._record
        self._voters = ""

    def record(self) -> MeetingRecord:
        """The record of what was taken. Raises RecordError where it is not whole."""
        return from_data({"schema": SCHEMA, **self._record.data})

    def take(self, style: Style, kind: Kind, text: str) -> str | None:
        """Puts a span where it belongs; gives its path, None for a heading of ours. Raises SheetError."""
        if style is not self._style:
            self._place = None
        on_label, on_value = handlers[style]
        try:
            path = (on_label if kind is Kind.LABEL else on_value)(self, text)
        except (KeyError, IndexError) as error:
            raise SheetError(f"{style}: {text}") from error
        self._style = style
        return path

    # --- what handlers are made of ---

    def at(self, thing: Thing, key: str, read: Read = str) -> str:
        """The next value goes to a field of a thing."""
        self._place = Place(thing.data, key, thing.inside(key), read)
        return self._place.path

    def at_end(self, thing: Thing, key: str) -> str:
        """The next value is one more text in a list of a thing's."""
        texts = thing.data.setdefault(key, [])
        texts.append("")
        self._place = Place(texts, len(texts) - 1, f"{thing.inside(key)}[{len(texts) - 1}]")
        return self._place.path

    def fill(self, text: str) -> str:
        """A value after its label, or a further paragraph of it."""
        if self._place is None:
            raise SheetError(text)
        return self._place.put(text)

    def fill_line(self, text: str) -> str:
        """A value of one line after its label; another value begins something new."""
        path = self.fill(text)
        self._place = None
        return path

    def refuse(self, text: str) -> None:
        raise SheetError(text)

    def ignore(self, text: str) -> None:
        """A heading of ours."""

    @property
    def frame(self) -> Frame:
        return self._frames[-1]

    def item(self) -> Thing:
        """The item that is being told of."""
        if self.frame.focus.of is not Item:
            raise SheetError("no item")
        return self.frame.focus

    # --- the meeting ---

    def meeting(self) -> Thing:
        frame = self.frame
        if frame.meeting is None:
            data = frame.holder.data.setdefault("record", {})
            frame.meeting = frame.focus = Thing(MeetingRecord, frame.holder.inside("record"), data)
        return frame.meeting

    def authority(self, text: str) -> str:
        self.at(self.meeting(), "authority")
        return self.fill_line(text)

    def body(self, text: str) -> str:
        self.at(self.meeting(), "body")
        return self.fill_line(text)

    def stage(self, text: str) -> str:
        meeting = self.meeting()
        meeting.data["stage"] = STAGES[text]
        self.at(meeting, "supplement", int)
        return meeting.inside("stage")

    def fact(self, text: str) -> str:
        thing = self.frame.focus
        if text == sheet.UNTIL:
            day = thing.data["starts_at"][:-5]
            return self.at(thing, "ends_at", lambda end: day + read_clock(end))
        key = FACTS[thing.of][text]
        return self.at(thing, key, readers.get((thing.of, key), str))

    def note(self, text: str) -> str:
        return self.at_end(self.meeting(), "notes")

    def person(self, text: str) -> str:
        if self._place is not None:
            return self.fill_line(text)
        self._row = self.meeting().new("attendance", person=text)
        return self._row.inside("person")

    def about_person(self, text: str) -> str:
        if text in sheet.PRESENCES:
            self._row.data["status"] = sheet.PRESENCES[text]
            return self._row.inside("status")
        key = sheet.PERSON_FACTS[text]
        return self.at(self._row, key, read_clock if key in ("from", "to") else str)

    # --- an item ---

    def numbered_item(self, text: str) -> str:
        if text == sheet.TITLE:
            return self.at(self.item(), "title")
        self._new_item()
        return self.at(self.item(), "number")

    def item_title(self, text: str) -> str:
        if self._place is None:
            self._new_item()
            self.at(self.item(), "title")
        return self.fill_line(text)

    def _new_item(self) -> None:
        self.frame.focus = self.meeting().new("items", Item)

    def closed(self, text: str) -> str:
        if text == sheet.CLOSED_GROUND:
            return self.at(self.item(), "closed_ground")
        self.item().data["part"] = {sheet.CLOSED_ITEM: "closed"}[text]
        return self.item().inside("part")

    def decision(self, text: str) -> str:
        item = self.item()
        if text == sheet.DECISION:
            item.data["decision"] = {"text": ""}
            return self.at(self._decided(), "text")
        self._decided().data["outcome"] = sheet.OUTCOMES[text]
        return self._decided().inside("outcome")

    def _decided(self) -> Thing:
        item = self.item()
        return Thing(object, item.inside("decision"), item.data["decision"])

    def vote(self, text: str) -> str:
        if text in sheet.VOTES:
            self._row = self._decided().new("votes", choice=sheet.VOTES[text])
            return self.at(self._row, "count", int)
        if text == sheet.NEXT:
            return self.at_end(self._row, self._voters)
        self._voters = {sheet.GROUPS: "groups", sheet.PERSONS: "persons"}[text]
        return self.at_end(self._row, self._voters)

    def dissent(self, text: str) -> str:
        if text == sheet.DISSENT:
            self._row = self._decided().new("dissents", who="", text="")
            return self.at(self._row, "who")
        return self.at(self._row, {sheet.TITLE: "text"}[text])

    def follow_up(self, text: str) -> str:
        if text == sheet.FOLLOW_UP:
            self._row = self._decided().new("follow_ups", text="")
            return self.at(self._row, "text")
        return self.at(self._row, {sheet.WHO: "who", sheet.DUE: "due"}[text])

    def clause(self, text: str) -> str:
        if not clause_label.fullmatch(text) or self.frame.focus.of not in (Item, Paper):
            raise SheetError(text)
        return self.at_end(self.frame.focus, "recommendation")

    def heading(self, text: str) -> str:
        return self.item().new("sections", heading=text).inside("heading")

    def untitled_section(self, text: str) -> str:
        return self.item().new("sections", heading=None).path

    def text(self, text: str) -> str:
        """A passage of what is being told of: an attachment's own text, or the last section of the rest."""
        focus = self.frame.focus
        if focus.of is not Attachment:
            sections = focus.data.get("sections") or [focus.new("sections", heading=None).data]
            path = f"{focus.inside('sections')}[{len(sections) - 1}]"
            focus = Thing(object, path, focus.data["sections"][-1])
        self.at(focus, "text")
        return self.fill(text)

    # --- attachments ---

    def attachment(self, text: str) -> str:
        if text == sheet.TITLE:
            return self.at(self._row, "title")
        if text == sheet.CLOSED_ATTACHMENT:
            self._row.data["part"] = "closed"
            return self._row.inside("part")
        if text == sheet.REPRODUCED:
            self.frame.to_reproduce.append(self._row)
            return self._row.path
        self._row = self.item().new("attachments", Attachment)
        return self.at(self._row, {sheet.ATTACHMENT: "number"}[text])

    def attachment_title(self, text: str) -> str:
        if self._place is None:
            self._row = self.item().new("attachments", Attachment)
            self.at(self._row, "title")
        return self.fill_line(text)

    def file(self, text: str) -> str:
        key = sheet.FILE_FACTS[text]
        return self.at(self._row, key, int if key == "pages" else str)

    def part(self, text: str) -> None:
        """The heading over an attachment that is reproduced: they come in the order of the list."""
        if self._style is not Style.PART:
            attachment = self.frame.to_reproduce.pop(0)
            self._frames.append(Frame(attachment, attachment))

    def end(self, text: str) -> None:
        if text != sheet.END or len(self._frames) == 1:
            raise SheetError(text)
        self._frames.pop()

    def paper(self, text: str) -> str:
        holder = self.frame.holder
        self.frame.focus = Thing(Paper, holder.inside("paper"), holder.data.setdefault("paper", {}))
        return self.at(self.frame.focus, "title")

    def paper_heading(self, text: str) -> str:
        if self._place is None:
            self._row = self.frame.focus.new("sections", heading="")
            self.at(self._row, "heading")
        return self.fill_line(text)

    def paper_number(self, text: str) -> str:
        self._row.data["number"] = self._row.data.pop("heading")
        self.at(self._row, "heading")
        return self._row.inside("number")


# style -> what a label does, what a value does
handlers: dict[Style, tuple[Handler, Handler]] = {
    Style.AUTHORITY: (Sheet.refuse, Sheet.authority),
    Style.BODY: (Sheet.refuse, Sheet.body),
    Style.STAGE: (Sheet.stage, Sheet.fill_line),
    Style.FACT: (Sheet.fact, Sheet.fill),
    Style.NOTE: (Sheet.note, Sheet.fill),
    Style.PERSON: (Sheet.about_person, Sheet.person),
    Style.CAPTION: (Sheet.ignore, Sheet.refuse),
    Style.ITEM: (Sheet.numbered_item, Sheet.item_title),
    Style.CLOSED: (Sheet.closed, Sheet.fill),
    Style.DECISION: (Sheet.decision, Sheet.fill),
    Style.VOTE: (Sheet.vote, Sheet.fill_line),
    Style.DISSENT: (Sheet.dissent, Sheet.fill),
    Style.FOLLOW_UP: (Sheet.follow_up, Sheet.fill),
    Style.CLAUSE: (Sheet.clause, Sheet.fill),
    Style.HEADING: (Sheet.untitled_section, Sheet.heading),
    Style.TEXT: (Sheet.refuse, Sheet.text),
    Style.ATTACHMENT: (Sheet.attachment, Sheet.attachment_title),
    Style.FILE: (Sheet.file, Sheet.fill_line),
    Style.PART: (Sheet.part, Sheet.part),
    Style.PAPER: (Sheet.paper, Sheet.fill_line),
    Style.PAPER_HEADING: (Sheet.paper_number, Sheet.paper_heading),
    Style.END: (Sheet.end, Sheet.refuse),
}
