"""What is done to a PDF that WeasyPrint has made, just before it is written."""

import zlib

import pydyf

from letters.writers.pdf_metadata import claim_universal_access, list_attachments_once, print_annotations


def finish(document: object, file: pydyf.PDF) -> None:
    """A form has no attachments, and claims universal access by itself."""
    if "AcroForm" in file.catalog:
        print_annotations(file)
    else:
        list_attachments_once(file)
        claim_universal_access(file)
    compress_once(file)


def compress_once(file: pydyf.PDF) -> None:
    """Left alone, every stream would be compressed twice, for the file and for its identifier: a tenth of the time."""
    for part in file.objects:
        if isinstance(part, pydyf.Stream) and part.compress:
            part.compress = False
            content = part.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            part.stream, part.extra["Filter"] = [zlib.compress(content)], "/FlateDecode"
