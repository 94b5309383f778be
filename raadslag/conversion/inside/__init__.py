"""The programs that work within the sandbox, one for each sort of work, so that each loads what it needs."""
