"""The command `procurement`: what the window does with procurements, for scripts of an office."""
