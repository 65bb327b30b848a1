"""Pictures in a Word file, with the words that stand for them where they cannot be seen."""

from io import BytesIO

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.paragraph import CT_P
from docx.shared import Length, Mm

from letters.document.blocks import Verification
from letters.writers.docx_body import add_run
from letters.writers.pictures import qr_png

NUMBER = 1001  # beyond those that logos in headers get
NUMBER = 1001  # beyond those that logos in headers get
# Beside two lines of words that begin one line below the top of their paragraph.
QR_SIZE, QR_DISTANCE, QR_DROP = Mm(18), Mm(4), Mm(5)
# Floating, because a line of fixed height cuts off what is taller; the words run beside it.
FLOATING = """
<w:drawing {namespaces}>
  <wp:anchor distT="0" distB="0" distL="0" distR="{distance}" simplePos="0" relativeHeight="251659264" behindDoc="0"
             locked="0" layoutInCell="1" allowOverlap="0">
    <wp:simplePos x="0" y="0"/>
    <wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
    <wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
    <wp:extent cx="{size}" cy="{size}"/>
    <wp:effectExtent l="0" t="0" r="0" b="0"/>
    <wp:wrapSquare wrapText="right"/>
    <wp:docPr id="{number}" name="核验二维码"/>
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
        <pic:pic>
          <pic:nvPicPr><pic:cNvPr id="{number}" name="核验二维码"/><pic:cNvPicPr/></pic:nvPicPr>
          <pic:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
          <pic:spPr>
            <a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          </pic:spPr>
        </pic:pic>
      </a:graphicData>
    </a:graphic>
  </wp:anchor>
</w:drawing>
"""
NAMESPACES = nsdecls("w", "wp", "a", "pic", "r")


def add_code(word: WordFile, paragraph: CT_P, block: Verification) -> None:
    """The QR code before the words of the paragraph."""
    picture, _ = word.part.get_or_add_image(BytesIO(qr_png(block.address)))
    drawing = _floating(picture, QR_SIZE, QR_DISTANCE, QR_DROP)
    [described] = drawing.xpath("wp:anchor/wp:docPr")
    described.set("descr", f"核验二维码，扫码打开 {block.address}")
    run = add_run(paragraph, "")
    run.append(drawing)
    paragraph.remove(run)
    paragraph.insert(1, run)


def _floating(picture: str, size: Length, distance: Length, top: Length):
    measures = {"number": NUMBER, "size": int(size), "distance": int(distance), "top": int(top)}
    return parse_xml(FLOATING.format(namespaces=NAMESPACES, picture=picture, **measures))
