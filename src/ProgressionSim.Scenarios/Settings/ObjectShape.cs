namespace ProgressionSim.Scenarios.Settings;

/// <summary>A group of settings with fixed names.</summary>
/// <param name="Meaning">What the group is about.</param>
/// <param name="Members">The settings, in the order documentation shows them.</param>
/// <param name="StandsAlone">True when a missing group is filled with its members' defaults; false when it may be absent.</param>
internal sealed record ObjectShape(string Meaning, IReadOnlyList<Member> Members, bool StandsAlone = true) : Shape(Meaning)
{
    /// <summary>The shape of a member, or null when there is none of that name.</summary>
    public Shape? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Shape;
}
