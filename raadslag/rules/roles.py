"""What a person can be to a body, to a single paper, and to the whole."""

from enum import StrEnum


class Role(StrEnum):
    """The first six are held in a body from one day to another; the last three are not."""

    SECRETARY = "secretary"
    CASE_OFFICER = "case_officer"
    APPROVER = "approver"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OBSERVER = "observer"
    WRITER = "writer"  # of one paper: began it, or has held its pen
    CONSULTED = "consulted"  # on one paper: asked in a hearing round
    ADMINISTRATOR = "administrator"  # of the whole


IN_A_BODY = (
    Role.SECRETARY,
    Role.CASE_OFFICER,
    Role.APPROVER,
    Role.MEMBER,
    Role.SUBSTITUTE,
    Role.OBSERVER,
)
POLITICAL = (Role.MEMBER, Role.SUBSTITUTE, Role.OBSERVER)
ADMINISTRATIVE = (Role.SECRETARY, Role.CASE_OFFICER, Role.APPROVER)
# who says that somebody is inhabil in a case they work with
SHUTS_OUT = (Role.SECRETARY, Role.APPROVER, Role.WRITER)
