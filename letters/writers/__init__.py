"""A document tree becomes HTML, PDF, DOCX or plain text: one module each, all saying the same."""
