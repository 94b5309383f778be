"""What runs in the background: attachments become PDFs."""
