"""A procurement as documents. Nothing is here until procurements exist."""
