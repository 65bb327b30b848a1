"""How each field of the vocabulary is asked, cleaned, and read in a sentence."""
