"""From the domain to the screen; every stored text passes through `domain.harmless`."""
