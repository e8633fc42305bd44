"""Defaults, the user's settings, and where files live."""
