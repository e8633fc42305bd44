"""The user's own database: recent records, reading positions, window state."""
