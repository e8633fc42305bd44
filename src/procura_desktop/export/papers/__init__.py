"""The documents of a procurement, one module each."""
