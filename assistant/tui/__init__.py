"""The full screen: the only room that knows Textual."""
