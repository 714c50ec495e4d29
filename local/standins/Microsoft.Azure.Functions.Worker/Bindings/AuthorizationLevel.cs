namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a caller must show to invoke an HTTP function.</summary>
public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
