"""Office files: cleaned of what is not to be seen, then set by LibreOffice."""
