"""Lindevad Kommune, a made-up municipality: hand-written cases, and the documents its meetings leave."""
