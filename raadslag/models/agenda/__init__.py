"""The agenda of a meeting: how it is laid out, what goes on to other meetings, and its versions."""
