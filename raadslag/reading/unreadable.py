"""The one way in which reading a document fails."""


class UnreadableDocument(Exception):
    """The document cannot be read. The message is one Danish sentence that says what to do."""


class ReaderFault(Exception):
    """A fault in the reader itself: the cause of an UnreadableDocument. The message is the traceback."""
