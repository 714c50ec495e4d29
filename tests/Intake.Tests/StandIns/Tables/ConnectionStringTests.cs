using Azure.Data.Tables;

namespace Intake.Tests.StandIns.Tables;

/// <summary>The forms of connection strings and addresses.</summary>
public sealed class ConnectionStringTests
{
    private const string Key = "a2V5";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData(
        "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://emulator",
        "http://emulator:10002/devstoreaccount1",
        "devstoreaccount1")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://acc.table.core.windows.net/",
        "acc")]
    [InlineData("AccountName=acc;AccountKey=a2V5", "https://acc.table.core.windows.net/", "acc")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=acc;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn",
        "http://acc.table.core.chinacloudapi.cn/",
        "acc")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=acc;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:21002/acc;",
        "http://127.0.0.1:21002/acc",
        "acc")]
    [InlineData(
        "accountname=acc;accountkey=a2V5;tableendpoint=https://tables.example.org/",
        "https://tables.example.org/",
        "acc")]
    public void A_connection_string_says_where_and_who(string connectionString, string endpoint, string account)
    {
        TableServiceClient service = new(connectionString);

        Assert.Equal(new Uri(endpoint), service.Uri);
        Assert.Equal(account, service.AccountName);
        TableClient table = service.GetTableClient("letters");
        Assert.Equal(new Uri($"{endpoint.TrimEnd('/')}/letters"), table.Uri);
        Assert.Equal((account, "letters"), (table.AccountName, table.Name));
    }

    [Theory]
    [InlineData("AccountName=acc;AccountKey=", typeof(InvalidOperationException))]
    [InlineData("AccountName=acc;;AccountKey=a2V5", typeof(InvalidOperationException))]
    [InlineData("AccountName=acc;AccountName=acc;AccountKey=a2V5", typeof(InvalidOperationException))]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    [InlineData("AccountName=acc", typeof(FormatException))]
    [InlineData("UseDevelopmentStorage=false", typeof(FormatException))]
    [InlineData("", typeof(ArgumentException))]
    public void What_is_no_connection_string_is_refused(string connectionString, Type exception)
    {
        Assert.Throws(exception, () => new TableServiceClient(connectionString));
    }

    [Theory]
    [InlineData("https://acc.table.core.windows.net", "acc")]
    [InlineData("http://127.0.0.1:10002/acc", "acc")]
    [InlineData("http://localhost:10002/acc/", "acc")]
    public void An_address_names_the_account(string endpoint, string account)
    {
        Assert.Equal(
            account, new TableServiceClient(new Uri(endpoint), new TableSharedKeyCredential("acc", Key)).AccountName);
    }
}
