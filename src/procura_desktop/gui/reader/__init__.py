"""The reader: one record, or one page of the manual, as a calm text with everything around it."""
