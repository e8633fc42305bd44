"""Author side: Markdown files to checked records."""
