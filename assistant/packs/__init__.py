"""Packs of breaks: a folder or a zip file of scripts with a ``pack.toml``. Nothing in one is code."""
