"""The sign of an offer outside the screen: one quiet notification on the desktop, which names nothing."""
