"""The pages of the procurements: the list, one with its panels, and what chooses criteria for it."""
