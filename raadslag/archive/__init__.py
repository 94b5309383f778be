"""The public store: publications, their files, versions and chain. Knows only the record."""
