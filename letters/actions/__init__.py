"""What can be done to a letter, one action a file: check, change, record."""
