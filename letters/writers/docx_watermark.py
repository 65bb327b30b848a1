"""草稿 across every page of a draft: the WordArt in the headers that Word's own 水印 button makes and removes."""

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

# Word takes a shape for a watermark by this name.
SHAPE_NAME = "PowerPlusWaterMarkObject"
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
    <v:shape id="{name}{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt="草稿" o:allowincell="f"
             style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:200pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="草稿"/>
    </v:shape>
  </w:pict>
</w:r>
"""


def add_watermark(word: WordFile) -> None:
    section = word.sections[0]
    for number, header in enumerate((section.header, section.even_page_header), start=1):
        paragraph = header.paragraphs[0]  # asking for it makes the header
        picture = PICTURE.format(namespace=nsdecls("w"), name=SHAPE_NAME, number=number, spid=2048 + number)
        paragraph._p.append(parse_xml(picture))
