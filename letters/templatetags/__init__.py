"""What templates cannot say for themselves."""
