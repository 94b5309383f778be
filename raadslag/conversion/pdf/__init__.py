"""PDFs made safe: what is seen stays, what acts or hides goes, and the pages' texts are read."""
