"""Each kind of question: how it is asked, cleaned, and read."""
