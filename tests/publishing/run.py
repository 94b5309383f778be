"""`python -m tests.publishing.run killed|full_disk|together`: what was seen, as JSON."""

import json
import sys
from importlib import import_module

if __name__ == "__main__":
    import_module("config.start")
    # Read once here, the dictionaries are there in every process forked from this one.
    lexicon = import_module("raadslag.search.lexicon")
    lexicon.dictionary()
    lexicon.frequencies()
    print(json.dumps(getattr(import_module("tests.publishing.processes"), sys.argv[1])()))
