"""草稿, 待审核 or 已作废 across every page: WordArt that Word's own 水印 button makes and removes."""

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from letters.writers.docx_heads import heads_of
from letters.writers.options import Watermark

# Word takes a shape for a watermark by this name.
SHAPE_NAME = "PowerPlusWaterMarkObject"
WIDTH = 400
PICTURE = """
<w:r {namespace} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
        <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
        <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
        <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
              o:connectangles="270,180,90,0"/>
      <v:textpath on="t" fitshape="t"/>
      <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
      <o:lock v:ext="edit" text="t" shapetype="t"/>
    </v:shapetype>
    <v:shape id="{name}{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt="{word}" o:allowincell="f"
             style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="{word}"/>
    </v:shape>
  </w:pict>
</w:r>
"""


def add_watermark(word: WordFile, mark: Watermark) -> None:
    for number, header in enumerate(heads_of(word), start=1):
        paragraph = header.paragraphs[0]  # asking for it makes the header
        shape = {"number": number, "spid": 2048 + number, "word": mark, "width": WIDTH, "height": WIDTH // len(mark)}
        paragraph._p.append(parse_xml(PICTURE.format(namespace=nsdecls("w"), name=SHAPE_NAME, **shape)))
