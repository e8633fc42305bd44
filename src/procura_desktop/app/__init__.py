"""The composition root of the desktop; the only room that knows the whole of it."""
