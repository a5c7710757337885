using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Paths;

/// <summary>Where a path has led in a document.</summary>
/// <param name="Shape">What may stand there; for a part of a value, the setting of the whole value.</param>
/// <param name="Path">The path as written.</param>
/// <param name="Key">The path with every list item by its number, so that one place has one key.</param>
/// <param name="Parent">The place around it; null for the document.</param>
/// <param name="Read">What stands there now; null when nothing does.</param>
/// <param name="Replace">Puts something else there.</param>
internal sealed record SettingPlace(Shape Shape, string Path, string Key, SettingPlace? Parent, Func<DocumentNode?> Read, Action<DocumentNode> Replace)
{
    /// <summary>The place of the whole value that this is a part of; itself when it is no part.</summary>
    public SettingPlace Whole => Shape is Setting && Parent is { Shape: Setting } parent ? parent.Whole : this;
}
