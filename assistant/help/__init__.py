"""The help page: what this is and is not, and where people answer."""
