"""E-mails: who wrote to whom, when and about what, the text, and the files that came with it."""
