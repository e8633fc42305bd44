"""Markdown to allow-listed HTML and plain text; cleans any HTML."""
