"""Writes the samples that no other program made: `python -m tests.importers.make_samples`.

Those called libreoffice.* and pandoc.* were made by these programs from markdown.md.
"""

import textwrap

from tests.importers.documents import SAMPLES, make_docx, make_epub, make_odt, make_pdf

ENGLISH = """“It is a café,” she said – “or so the façade’s sign would have it.” We went in all the same,
because the rain had not stopped since noon and neither of us had thought of bringing an umbrella.

Nobody came. The clock above the door had stopped at ten past four, which was nearly right, and a grey
cat lay asleep on the only chair that had a cushion.""".replace("\n", " ").split("  ")
CHINESE = [
    "今天的天气很好，我们一起去公园散步吧。孩子们在草地上放风筝，老人们坐在树下聊天。",
    "傍晚的时候，湖边的灯一盏一盏地亮了起来。",
]
WORD = """
<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>First chapter</w:t><w:tab/><w:t>1</w:t></w:r></w:p>
<w:p><w:r><w:t>A paragraph</w:t></w:r>
  <w:r><w:t xml:space="preserve"> in three </w:t></w:r><w:r><w:t>runs,</w:t>
  <w:br/><w:t>on two lines, non</w:t><w:noBreakHyphen/><w:t>breaking.</w:t></w:r></w:p>
<w:p><w:ins><w:r><w:t>What was inserted stays; </w:t></w:r></w:ins>
  <w:del><w:r><w:delText>what was deleted goes; </w:delText></w:r></w:del>
  <w:moveFrom><w:r><w:t>what was moved away too.</w:t></w:r></w:moveFrom>
  <w:r><w:instrText>DATE</w:instrText><w:t>today.</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice>
    <w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
  <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
  </mc:AlternateContent></w:r><w:r><w:t>Beside the box.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one cell</w:t></w:r></w:p></w:tc>
  <w:tc><w:p><w:r><w:t>another</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
"""
OPENDOCUMENT = """
<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion>
  </text:changed-region></text:tracked-changes>
<text:table-of-content><text:index-body>
  <text:p>First chapter 1</text:p></text:index-body></text:table-of-content>
<text:h>First chapter</text:h>
<text:p>Two<text:s text:c="1000000000"/>spaces, a tab<text:tab/>and
  a line end<text:line-break/>are kept
  <text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>
  as spaces<office:annotation><text:p>a comment</text:p></office:annotation>.</text:p>
"""
PAGES = [
    [
        "A Short History of Rain",
        "The oldest record of a rainfall was made by someone who counted",
        "the days it lasted and gave up at thirty, since there was no under-",
        "standing it anyway. A well-known copy is in the museum.",
        "The second is by a child who lived down by the river, and it",
        "1",
    ],
    [
        "A Short History of Rain",
        "says only that the river had come into the kitchen, which was well-",
        "known for its dryness, and that everyone sang.",
        "2",
    ],
]
PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>left out</title><style>p {}</style></head>
<body><nav><a href="/">left out</a></nav><h1>散步</h1><p>今天的天气很好，
我们一起去<ruby>公园<rt>gōngyuán</rt></ruby>散步吧。<br>第二行&nbsp;&amp;&nbsp;完。<p>没有结束的段落
<script>left("out")</script><pre>as it
stands <code>left out</code></pre><select><option>left out</select></body></html>"""
RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}{\f1\fnil\fcharset134 SimSun;}}
{\colortbl;\red0\green0\blue0;}{\*\generator left out;}{\info{\title left out}}
{\header left out}\pard Caf\'e9 \ldblquote open\rdblquote  all day\line and all \b night\b0 .\par
\uc1 Snow \u9731?, a smile \u-10179?\u-8704? and {\uc2 \u20013\'d6\'d0}.\par
{\f1 \'bd\'f1\'cc\'ec\'ba\'dc\'ba\'c3}\bin4 }{}{ done\par {\pict\pngblip 89504e47}}"""
MARKDOWN_BOOK = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"


def main() -> None:
    """Write the samples anew; nothing in them depends on the time or the machine."""
    SAMPLES.mkdir(exist_ok=True)
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in ENGLISH)
    texts = {
        "wrapped-cp1252.txt": wrapped.replace("\n", "\r\n").encode("cp1252"),
        "chinese-gb18030.txt": "\n".join(f"\u3000\u3000{line}" for line in CHINESE).encode("gb18030"),
        "utf-16.txt": "\n".join(ENGLISH).encode("utf-16"),
        "gb2312.html": PAGE.encode("gb18030"),
        "characters.rtf": RTF,
        "two-pages.pdf": make_pdf(PAGES),
    }
    for name, content in texts.items():
        (SAMPLES / name).write_bytes(content)
    make_docx(SAMPLES / "word.docx", WORD)
    make_odt(SAMPLES / "changes.odt", OPENDOCUMENT)
    make_epub(SAMPLES / "two-chapters.epub", [MARKDOWN_BOOK.format(line) for line in CHINESE])


if __name__ == "__main__":
    main()
