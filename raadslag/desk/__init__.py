"""The desk: where secretaries and case officers work."""
