"""Attachments: put up, looked at, changed, and the queue in which they become PDFs."""
