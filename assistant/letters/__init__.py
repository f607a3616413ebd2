"""Letters as large as a room needs them, drawn with the half blocks of a terminal."""
