"""What all pages share: the chosen language, signing in, errors."""
