"""A procurement as documents: what a paper says, and the formats that it is written in."""
