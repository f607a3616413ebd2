"""Letters as large as a room needs them, drawn with the quarter blocks of a terminal."""
