"""The screens: home, a break, help."""
