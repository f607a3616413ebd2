"""Mellomrom: two good minutes between two conversations, for people who help people."""
