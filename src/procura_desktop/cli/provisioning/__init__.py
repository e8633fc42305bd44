"""The command `provision`: all that an office needs to be installed, in one folder or file."""
