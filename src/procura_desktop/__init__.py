"""Procura Desktop: sustainable procurement guidance, criteria and cases, offline."""

__version__ = "0.1.0"
