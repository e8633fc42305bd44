"""Frozen records and rules of procurement; no I/O."""
