"""Why a machine cannot make PDF files: each fault is a sentence that says what to do."""


class PdfUnavailable(Exception):
    """PDF cannot be made on this machine as it is set up."""


class FontUnreadable(PdfUnavailable):
    """A font file is damaged or no font at all: the sentence names it."""
