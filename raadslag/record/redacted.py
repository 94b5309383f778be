"""What stands in place of words that were taken out of a published file."""

REDACTED = "Overstreget"
