"""The same app in a browser, for somebody without a terminal."""
