"""Breaks on paper: what stands on a card, and the card as plain text, as a PDF and as a page for a browser."""
