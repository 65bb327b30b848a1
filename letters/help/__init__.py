"""What somebody may want to know besides: the way of a letter, the keys, the words, the program itself."""
