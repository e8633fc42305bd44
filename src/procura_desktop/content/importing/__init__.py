"""Criteria that an office has in a spreadsheet, made into files of content."""
