namespace Intake.Positions;

/// <summary>A statement with who made it.</summary>
/// <param name="Contribution">Id of the contribution.</param>
/// <param name="Statement">As stage 4 found it.</param>
public sealed record GroupableStatement(string Contribution, StatedPosition Statement);

/// <summary>Statements of one or more contributions on the same proposal, for it or against it.</summary>
/// <param name="Supports">What most contributions say: whether they are for the proposal. As many on each side: for.</param>
/// <param name="Supporters">Statements that say so, by contribution, then in the order of the text.</param>
/// <param name="Opponents">Statements that say the contrary.</param>
/// <param name="Central">The one of the supporters that says best what they have in common.</param>
/// <param name="CentralOpponent">The same of the opponents; null when there are none.</param>
/// <param name="Cohesion">How like the statements are: 0 to 1; 1 for a single one.</param>
public sealed record Position(
    bool Supports,
    IReadOnlyList<GroupableStatement> Supporters,
    IReadOnlyList<GroupableStatement> Opponents,
    GroupableStatement Central,
    GroupableStatement? CentralOpponent,
    double Cohesion)
{
    /// <summary>Contributions on either side.</summary>
    public int Contributions => Supporters.Concat(Opponents).Select(statement => statement.Contribution).Distinct(StringComparer.Ordinal).Count();
}
