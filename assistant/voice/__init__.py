"""Voice: words to sound."""
