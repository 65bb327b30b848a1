"""What a PDF says of itself to archives and readers: that it is PDF/A-3a and, as well, PDF/UA-1."""

import pydyf

# PDF/A allows only the properties it knows: any other has to be described in the file itself.
UNIVERSAL_ACCESS = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
END = b"</rdf:RDF>"
PRINTED = 4


def claim_universal_access(pdf: pydyf.PDF) -> None:
    """Only what tests/writers/test_pdf_archive.py has seen to be true is said here."""
    [metadata] = [part for part in pdf.objects if _is_metadata(part)]
    said = b"".join(part for part in metadata.stream)
    before, end, after = said.rpartition(END)
    metadata.stream = [before + UNIVERSAL_ACCESS.encode() + end + after]
    metadata.compress = False  # archives look for it by its plain text


def list_attachments_once(pdf: pydyf.PDF) -> None:
    """WeasyPrint 70 lists each attachment twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def print_annotations(pdf: pydyf.PDF) -> None:
    """WeasyPrint says so of archivable files only."""
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Type") == "/Annot":
            part["F"] = PRINTED


def _is_metadata(part: pydyf.Object) -> bool:
    return isinstance(part, pydyf.Stream) and part.extra.get("Type") == "/Metadata"
