"""Line mode: a break in plain lines, for screen readers, pipes and terminals that can do little."""
