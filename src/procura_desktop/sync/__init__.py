"""Fetch, verify and activate a release. Nothing is here until releases are signed."""
