"""What goes over a network, and only where the owner has switched it on."""
