"""`python -m tests.publishing.run killed|full_disk|together|withdrawn`: what was seen, as JSON."""

import json
import sys
from importlib import import_module

if __name__ == "__main__":
    import_module("config.start")
    # Read once here, the dictionaries are there in every process forked from this one.
    lexicon = import_module("raadslag.search.lexicon")
    lexicon.dictionary()
    lexicon.frequencies()
    place = "withdrawing_processes" if sys.argv[1] == "withdrawn" else "processes"
    print(json.dumps(getattr(import_module(f"tests.publishing.{place}"), sys.argv[1])()))
