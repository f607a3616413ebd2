"""A break shown to a room, and the notes that its leader follows in another terminal."""
