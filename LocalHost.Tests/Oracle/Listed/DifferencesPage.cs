using System.Text;

namespace LocalHost.Tests.Oracle.Listed;

/// <summary>The table of differences as users read it.</summary>
internal static class DifferencesPage
{
    private const string Head =
        """
        # How the local host differs from the Functions host

        Both were asked the same questions, some nine hundred of them, with an app of HTTP functions, queues, orchestrations and entities.
        What is not named here, the local host answers as the Functions host (4.1037) does.
        A test asks again and fails if a difference comes or goes.

        """;

    /// <summary>The page.</summary>
    public static string Of(ListedDifferences listed)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var difference in listed.All)
        {
            page.Append('\n').Append("## ").Append(difference.Topic).Append("\n\n")
                .Append("- The Functions host: ").Append(difference.Real).Append('\n')
                .Append("- Here: ").Append(difference.Here).Append('\n')
                .Append("- Why: ").Append(difference.Why).Append('\n');
        }

        return page.ToString();
    }
}
