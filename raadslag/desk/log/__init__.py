"""The log, as administrators read it: searched, page by page, and taken out."""
