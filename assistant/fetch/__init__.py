"""Fetches a voice that the user asks for by name: the only room that may open a connection."""
