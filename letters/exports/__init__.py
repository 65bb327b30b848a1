"""Downloads: a letter or a blank form as PDF, Word or plain text."""
