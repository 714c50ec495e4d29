using System.Text;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>One small valid document of each kind, with something of everything its reader looks for.</summary>
internal static class Samples
{
    private const string Prose = "We support an open forum. Участие важно. 参与很重要。مشاركة";

    private const string WordNames = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='w' xmlns:v='v'";

    private const string OdtNames = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'";

    public static Sample Docx { get; } = Sample.Archive(
        "letter.docx",
        ("[Content_Types].xml", "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
        ("_rels/.rels", "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/></Relationships>"),
        ("word/_rels/document.xml.rels", "<Relationships><Relationship Id='s' Type='x/styles' Target='styles.xml'/><Relationship Id='n' Type='x/numbering' Target='numbering.xml'/><Relationship Id='f' Type='x/footnotes' Target='footnotes.xml'/><Relationship Id='h' Type='x/header' Target='header1.xml'/><Relationship Id='t' TargetMode='External' Type='x/attachedTemplate' Target='http://127.0.0.1:9/x'/></Relationships>"),
        ("word/styles.xml", $"<w:styles {WordNames}><w:style w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='L'/></w:style><w:style w:styleId='L'><w:name w:val='List'/><w:basedOn w:val='H'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>"),
        ("word/numbering.xml", $"<w:numbering {WordNames}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"),
        ("word/footnotes.xml", $"<w:footnotes {WordNames}><w:footnote w:id='1'>{Reading.Paragraph("Tunis Agenda")}</w:footnote></w:footnotes>"),
        ("word/header1.xml", $"<w:hdr {WordNames}>{Reading.Paragraph("Running head")}</w:hdr>"),
        ("word/document.xml", $"<w:document {WordNames}><w:body><w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:ins><w:r><w:t>{Prose}</w:t><w:footnoteReference w:id='1'/></w:r></w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc>{Reading.Paragraph("a")}</w:tc><w:tc>{Reading.Paragraph("b")}</w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDETEXT http://127.0.0.1:9/x</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>12</w:t><w:fldChar w:fldCharType='end'/><w:sym w:char='2022'/><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{Reading.Paragraph("box")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"));

    public static Sample Odt { get; } = Sample.Archive(
        "letter.odt",
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<office:document-content {OdtNames}><office:automatic-styles><style:style style:name='P1' style:family='paragraph' style:parent-style-name='Heading'/></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id='c'><text:deletion><text:p>no</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level='1'>Title</text:h><text:list><text:list-item><text:p>{Prose}<text:s text:c='3'/><text:tab/><text:line-break/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note><office:annotation><text:p>no</text:p></office:annotation></text:p></text:list-item></text:list><table:table><table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2'><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p><text:p text:style-name='P1'>End</text:p></office:text></office:body></office:document-content>"),
        ("styles.xml", $"<office:document-styles {OdtNames}><office:styles><style:style style:name='Heading' style:family='paragraph' style:parent-style-name='P1'/></office:styles><office:master-styles><style:master-page><style:header><text:p>Head</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"));

    public static Sample Rtf { get; } = Sample.Flat(
        "letter.rtf",
        """{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset204 Arial;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}{\info{\title no}}{\header\pard Head\par}\pard\s1 Title\par{\listtext 1.\tab}\'c9t\'e9 \u1059?\u-10179?\u-8704? \bullet\line{\field{\*\fldinst INCLUDETEXT "http://127.0.0.1:9/x"}{\fldrslt shown}}{\pict\bin4 abcd}{\footnote note}{\deleted no}\trowd\cellx1\cellx2 a\cell b\cell\row {\object{\*\objdata 0105}{\result x}}\par\bin3 xyz end\par}""");

    public static Sample Html { get; } = Sample.Flat(
        "letter.html",
        $"<!doctype html><html lang=en><head><meta charset=utf-8><title>t</title><style>p{{}}</style><base href='http://127.0.0.1:9/'></head><body><h1>Title</h1><p>{Prose}<br>next &amp; &#x41; &nbsp;<b>bold<i>both</b>it</i><ul><li>one<ul><li>two</ul></ul><table><tr><th>a<td>b<tr><td colspan=2>c<table><tr><td>d</table></table><pre>x\n y</pre><textarea>t</textarea><select><option>o</select><svg><desc>no</desc></svg><img src=x alt=picture><input value=v><script>if(a<b)x()</script><blockquote>q</blockquote><!-- no --><details><summary>s</summary>d</details></body></html>");

    public static Sample Text { get; } = Sample.Flat("letter.txt", $"A TITLE\n=====\n\n1. First, with “quotes”.\n\n- second\r\n\r\n{Prose}\nthat goes\non. E-mail: a@b.example, see http://example.org/?x=1.\n\n\fPage 2\n");

    public static Sample Markdown { get; } = Sample.Flat("letter.md", $"# Title\n\n- a **b** [c](d)\n  1. *e*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> {Prose}\n\n```\ncode\n```\n\n[^1]: note\n\n<div>html</div>\n");

    public static Sample Utf16 { get; } = Sample.Flat("letter.txt", Encoding.Unicode.GetBytes(Prose));

    public static Sample Japanese { get; } = Sample.Flat("letter.txt", [.. "\e$B"u8, 0x3B, 0x32, 0x32, 0x43, .. "\e(B and words "u8, 0x8E, 0x51, 0x89, 0xC1, 0x82, 0xF0]);

    public static Sample Pdf { get; } = Sample.Flat("letter.pdf", PdfFile.With("BT /F1 12 Tf 72 700 Td (We support an open forum.) Tj ET"));

    public static Sample Zip { get; } = new("letters.zip", [("a/letter.txt", Text.Parts[0].Content), ("b.docx", Docx.Whole()), ("c.html", Html.Parts[0].Content), ("inner.zip", Odt.Whole())]);

    public static Sample Mail { get; } = Sample.Flat("letter.eml", """
        Return-Path: <ann@example.org>
        Authentication-Results: mx.example.org; dkim=pass header.d=example.org
        From: =?utf-8?Q?Zo=C3=AB?= "Q" (c) <zoe@example.org>
        To: Group: a@example.org, "b, c" <b@example.org>;
        Subject: =?iso-8859-1?B?yXTp?=
         =?utf-8?q?x?=
        Date: Sun, 22 Nov 2026 10:00:00 +0100
        Message-ID: <m@example.org>
        Content-Type: multipart/mixed; boundary="B1"; x*0*=utf-8''a; x*1=b

        --B1
        Content-Type: multipart/alternative; boundary=B2

        --B2
        Content-Type: text/plain; charset=utf-8; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Caf=C3=A9 is open =
        to all
        On Monday Bob wrote:
        > x
        -- 
        Zoe
        --B2
        Content-Type: text/html

        <p>Caf&eacute;
        --B2--
        --B1
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename*=utf-8''a%20b.txt

        V2Ugc3VwcG9ydCBhbiBvcGVuIGZvcnVtLg==
        --B1
        Content-Type: message/rfc822

        From: other@example.org
        Subject: Inner

        inner
        begin 644 a.txt
        %0V%FPZD
        end
        --B1--
        """.ReplaceLineEndings("\r\n"));

    public static IReadOnlyList<Sample> All { get; } = [Docx, Odt, Rtf, Html, Text, Markdown, Utf16, Japanese, Pdf, Zip, Mail];
}
