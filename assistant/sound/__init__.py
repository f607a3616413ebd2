"""Sound: clips, bells, the soundtrack of a break, and the speaker that plays it."""
