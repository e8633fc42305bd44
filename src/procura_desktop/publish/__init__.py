"""Author side: keys, and releases signed with them. What users install cannot sign."""
