"""What may still be done with a meeting's time, by how far the meeting is."""

from raadslag.rules.secrecy import MeetingState

# a meeting that was held or called off stays as it was
MAY_BE_MOVED = frozenset({MeetingState.PLANNED, MeetingState.SENT})
MAY_BE_CANCELLED = MAY_BE_MOVED
