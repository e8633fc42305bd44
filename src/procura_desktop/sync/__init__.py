"""Fetches a release, proves it, and puts it in the place of the library in use."""
