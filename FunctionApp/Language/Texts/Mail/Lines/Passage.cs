using System.Runtime.InteropServices;

namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>Words of a text that an earlier item has, in the same order.</summary>
/// <param name="Start">The first word in the text.</param>
/// <param name="End">Behind the last word in the text.</param>
/// <param name="Source">The first word among all earlier ones: what follows in the source follows here.</param>
/// <param name="Item">The number of the earlier item.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(int Start, int End, int Source, int Item);
