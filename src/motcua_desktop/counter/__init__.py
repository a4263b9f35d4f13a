"""What an officer can do, one method per intention: the one door between window and work."""
