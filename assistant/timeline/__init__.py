"""Timelines: what happens when in one break."""
