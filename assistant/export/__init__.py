"""A break to take along: as sound, as captions, as words to read aloud, as a page."""
