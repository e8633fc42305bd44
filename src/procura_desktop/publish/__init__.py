"""Author side: lay out and sign a release. Nothing is here until releases are signed."""
