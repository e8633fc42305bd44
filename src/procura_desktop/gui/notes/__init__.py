"""Bookmarks and notes: their page, and what readers ask of the workspace about them."""
