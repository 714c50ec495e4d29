using System.Net;
using System.Net.Sockets;
using System.Text;
using Intake.Tests.Receive.Mail;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class NothingFetchedTests
{
    [Fact]
    public async Task No_reader_opens_a_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://{listener.LocalEndpoint}/x";

        await Read($"<!DOCTYPE html SYSTEM '{url}'><base href='{url}'><link rel=stylesheet href='{url}'><img src='{url}'><script src='{url}'></script><iframe src='{url}'></iframe><p>x");
        await Read($@"{{\rtf1 x{{\field{{\*\fldinst INCLUDETEXT ""{url}""}}}}{{\field{{\*\fldinst INCLUDEPICTURE {url}}}}}{{\*\template {url}}}}}");
        await Read($"# x\n\n![x]({url}) <img src='{url}'>", "a.md");
        await Read(Docx(
            Paragraph("x") + $"<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDETEXT {url}</w:instrText><w:fldChar w:fldCharType='end'/></w:r></w:p>",
            ("settings", $"<Relationships><Relationship Id='t' TargetMode='External' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate' Target='{url}'/></Relationships>")));
        await Read(Zip([("word/document.xml", Encoding.UTF8.GetBytes($"<!DOCTYPE x SYSTEM '{url}'><x/>"))]));
        await Mailing.Letter($"Content-Type: message/external-body; access-type=URL; URL=\"{url}\"\n");
        await Mailing.Letter("Content-Type: text/html\n", $"<img src='{url}'>x");

        Assert.False(listener.Pending(), "something was fetched");
    }
}
