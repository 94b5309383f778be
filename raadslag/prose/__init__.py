"""The rich text of papers: kept clean, counted, compared, and carried to Word and back."""
