"""The program that works within the sandbox: `python -m raadslag.conversion.inside`."""
