"""Legal reads a submitted letter, comments, and decides; the author hands in, answers and takes back."""
