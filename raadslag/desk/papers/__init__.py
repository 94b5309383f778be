"""Papers as they are written: begun from a template, typed, saved, compared, and taken to Word and print."""
