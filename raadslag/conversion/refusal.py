"""The two ways in which a conversion fails."""


class Unconvertible(Exception):
    """The file cannot be made into a PDF, however often one tries.

    The message is a Danish sentence that says what to do.
    """


class TryAgain(Exception):
    """The conversion was cut off, by time, memory, disk or a crash. The message is a Danish sentence."""


class ConverterFault(Exception):
    """A fault in the converter itself: the cause of an Unconvertible. The message is the traceback."""
