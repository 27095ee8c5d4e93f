"""Constructs of WordprocessingML to put around runs and paragraphs, which stand for {}."""

from assistant.formats.docx.names import COMPATIBILITY, MATH, TRANSITIONAL

BY = 'w:id="90{}" w:author="别人" w:date="2024-01-01T00:00:00Z"'
SPACES = (
    f'xmlns:w="{TRANSITIONAL}" xmlns:m="{MATH}" xmlns:mc="{COMPATIBILITY}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
WHOLE = FIELD.format("begin") + CODE + FIELD.format("separate") + "{}" + FIELD.format("end")
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict/>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
CELL = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>{}</w:tcPr>{}</w:tc>"
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
INLINE = {
    "hyperlink": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "link with field": '<w:hyperlink w:anchor="a">' + WHOLE.format("<w:r><w:t>3</w:t></w:r>") + "{}</w:hyperlink>",
    "smartTag": '<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>{}</w:smartTag>',
    "customXml": '<w:customXml w:uri="u" w:element="e"><w:customXmlPr/>{}</w:customXml>',
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "nested sdt": "<w:sdt><w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    "</w:sdtContent></w:sdt>",
    "ins": f"<w:ins {BY.format(1)}>{{}}</w:ins>",
    "del beside": f"{{}}<w:del {BY.format(2)}><w:r><w:delText>删</w:delText></w:r></w:del>",
    "del in ins": f"<w:ins {BY.format(3)}>{{}}<w:del {BY.format(4)}><w:r><w:delText>删</w:delText>"
    f"</w:r></w:del></w:ins>",
    "moveTo": f"<w:moveToRangeStart {BY.format(5)} w:name='m'/><w:moveTo {BY.format(6)}>{{}}</w:moveTo>"
    '<w:moveToRangeEnd w:id="905"/>',
    "moveFrom": f"{{}}<w:moveFrom {BY.format(7)}><w:r><w:t>移走</w:t></w:r></w:moveFrom>",
    "bdo": '<w:bdo w:val="rtl">{}</w:bdo>',
    "dir": '<w:dir w:val="rtl">{}</w:dir>',
    "fldSimple": '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
    "field": WHOLE,
    "nested field": FIELD.format("begin")
    + WHOLE.format("")
    + CODE
    + FIELD.format("separate")
    + "{}"
    + FIELD.format("end"),
    "ruby": "{}<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>",
    "AlternateContent": "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice>"
    "<mc:Fallback/></mc:AlternateContent>",
    "text box": "{}" + BOX,
    "math": "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{}<m:oMathPara><m:oMath><m:r><m:t>y</m:t>"
    "</m:r></m:oMath></m:oMathPara>",
    "marks": "<w:proofErr w:type='spellStart'/><w:permStart w:id='911' w:edGrp='everyone'/>"
    "<w:bookmarkStart w:id='912' "
    "w:name='书签'/>{}<w:bookmarkEnd w:id='912'/><w:permEnd w:id='911'/><w:proofErr w:type='spellEnd'/>",
    "sym": "{}<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r><w:r><w:ptab/><w:pgNum/><w:cr/></w:r>",
    "note": "{}<w:r><w:footnoteReference w:id='2'/></w:r>",
    "subDoc": "<w:subDoc r:id='rIdX'/>{}",
    "many leaves": "{}<w:r><w:t/><w:tab/><w:t xml:space='preserve'> 甲 </w:t><w:br/>"
    "<w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/>"
    "<w:lastRenderedPageBreak/><w:br w:type='page'/><w:t>丙 </w:t></w:r><w:r/>",
    "cdata": "{}<w:r><w:t><![CDATA[甲&乙]]></w:t></w:r>",
    "comment": "<!-- a --><?pi x?>{}<w:r><!-- b --><w:t>前<!-- c -->后<?pi y?>尾</w:t><?pi z?></w:r>",
    "spaces": "{}\n  <w:r>\n <w:t xml:space='default'> 空 </w:t>\n</w:r>\n",
    "foreign": "{}<x:thing xmlns:x='urn:x' x:a='1'><w:r><w:t>外</w:t></w:r></x:thing>",
    "comment range": f"<w:commentRangeStart w:id='920'/>{{}}<w:del {BY.format(8)}><w:r><w:delText>批"
    f"</w:delText></w:r></w:del>"
    "<w:commentRangeEnd w:id='920'/><w:r><w:commentReference w:id='920'/></w:r>",
}
AROUND = {
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "sdt two": "<w:sdt><w:sdtPr/><w:sdtContent>{}" + PLAIN.format("同在") + "</w:sdtContent></w:sdt>",
    "nested sdt": "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    "</w:sdtContent></w:sdt>",
    "bound sdt": "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a' w:storeItemID='{{0}}'/></w:sdtPr><w:sdtContent>{}"
    "</w:sdtContent></w:sdt>",
    "docPart": "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Cover Pages'/>"
    "</w:docPartObj></w:sdtPr><w:sdtContent>{}"
    "</w:sdtContent></w:sdt>",
    "customXml": "<w:customXml w:uri='u' w:element='e'>{}</w:customXml>",
    "AlternateContent": "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback>"
    "<w:p/></mc:Fallback>"
    "</mc:AlternateContent>",
    "table": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
    + CELL.format("", "{}")
    + CELL.format("", "<w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "merged": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
    + CELL.format("<w:vMerge w:val='restart'/>", "{}")
    + CELL.format("", PLAIN.format("右"))
    + "</w:tr><w:tr>"
    + CELL.format("<w:vMerge/>", "<w:p/>")
    + CELL.format("", "<w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "nested table": "<w:tbl><w:tr>"
    + CELL.format("", "<w:tbl><w:tr>" + CELL.format("", "{}") + "</w:tr></w:tbl><w:p/>")
    + "</w:tr></w:tbl><w:p/>",
    "row in sdt": "<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
    + CELL.format("", "{}")
    + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl><w:p/>",
    "bookmark over cells": "<w:tbl><w:tr>"
    + CELL.format("", "<w:bookmarkStart w:id='930' w:name='格'/>{}")
    + CELL.format("", "<w:p/><w:bookmarkEnd w:id='930'/>")
    + "</w:tr></w:tbl><w:p/>",
    "row in ins": f"<w:tbl><w:tr><w:trPr><w:ins {BY.format(9)}/></w:trPr>"
    + CELL.format("", "{}")
    + "</w:tr></w:tbl><w:p/>",
    "sdt in cell": "<w:tbl><w:tr>"
    + CELL.format("", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
    + "</w:tr></w:tbl><w:p/>",
    "field over": "<w:p>"
    + FIELD.format("begin")
    + CODE
    + FIELD.format("separate")
    + "</w:p>{}<w:p>"
    + FIELD.format("end")
    + "</w:p>",
    "altChunk": "{}<w:altChunk r:id='rIdX'/>",
    "marks between": "<w:bookmarkStart w:id='931' w:name='间'/><w:commentRangeStart w:id='932'/>{}"
    "<w:bookmarkEnd w:id='931'/>"
    "<w:commentRangeEnd w:id='932'/><!-- between --><?pi z?>",
    "move": f"<w:moveFromRangeStart {BY.format(10)} w:name='n'/>{{}}<w:moveFromRangeEnd w:id='9010'/>",
    "runs beside": f"<w:ins {BY.format(11)}><w:r><w:t>游离</w:t></w:r></w:ins>{{}}",
    "math beside": "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara>{}",
    "section": "{}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
}
