"""The room: a window with hills and a sun, its light on the floor, a chair, a door. Pure pictures, no screen."""
