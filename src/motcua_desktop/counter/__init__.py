"""What an officer can do, one method per intention: the only door for window, command line and tests."""
