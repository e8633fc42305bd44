"""The published, read-only library: its formats, building, opening, reading, searching."""
