"""Documents from outside become publications: find them, read them, publish them, and tell of each.

Nothing is imported here: the processes that read know no Django.
"""
