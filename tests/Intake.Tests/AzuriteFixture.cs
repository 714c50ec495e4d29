namespace Intake.Tests;

/// <summary>The storage that the tests of one run share.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public string ConnectionString { get; } = Environment.GetEnvironmentVariable("INTAKE_TEST_STORAGE")
        ?? throw new InvalidOperationException("Set INTAKE_TEST_STORAGE to a storage connection string.");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
