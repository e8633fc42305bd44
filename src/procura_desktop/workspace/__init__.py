"""The user's own database: procurements, recent records, reading positions, searches, window state."""
