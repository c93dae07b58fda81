using System.Text.Json;
using FuseDeskFlows.Language.Extractive;

namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>
/// How good the texts are, on made-up cases of which is known what is true: without a model, and with the one that the environment names.
/// </summary>
internal static class LanguageBenchmark
{
    private const string Percent = "%";

    // What the rules reach today must stay; a model is shown beside it.
    private static readonly (string Job, double Goal)[] Jobs =
    [
        (CaseJudge.Statements, 100), (CaseJudge.Facts, 85), (CaseJudge.Waits, 100), (CaseJudge.Question, 100), (CaseJudge.Length, 100),
    ];

    /// <summary>Judges.</summary>
    /// <param name="options">Nothing of it matters here.</param>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var cases = await ReadAsync();
        await using var writer = new ConfiguredWriter();
        var (extractive, model) = (new LanguageScore(), new LanguageScore());
        var name = "";
        foreach (var known in cases)
        {
            var read = known.Read();
            var rules = ExtractiveSummarizer.Summarize(read);
            CaseJudge.Judge(known, read, rules, extractive);
            var (text, fault) = await writer.SummarizeAsync(read);
            name = text is { WrittenBy: not ExtractiveText.WrittenBy } ? text.WrittenBy : name;
            CaseJudge.Judge(known, read, text, model);
            if (fault is not null)
            {
                model.Missed.Add($"{known.Name}: {fault.Detail}");
            }
        }

        await TellAsync("extractive", extractive);
        if (name.Length > 0)
        {
            await TellAsync(name, model);
        }

        return new($"Summaries of {cases.Count} cases of which is known what is true", [.. Rows(extractive, model, name)]);
    }

    private static IEnumerable<BenchmarkRow> Rows(LanguageScore extractive, LanguageScore model, string name)
    {
        foreach (var (job, goal) in Jobs)
        {
            var share = extractive.Share(job);
            yield return new($"{job} ({extractive.Count(job)})", "extractive", share, name, model.Share(job), Percent)
            {
                Goal = $"at least {goal} %",
                Holds = share >= goal,
            };
        }

        yield return new("words of a summary, on average", "extractive", extractive.Words.Average(), name, model.Words.Average(), "");
    }

    private static async Task TellAsync(string writer, LanguageScore score)
    {
        foreach (var missed in score.Missed)
        {
            await Console.Error.WriteLineAsync($"{writer} missed: {missed}");
        }
    }

    private static async Task<IReadOnlyList<KnownCase>> ReadAsync()
    {
        await using var file = typeof(LanguageBenchmark).Assembly.GetManifestResourceStream("Language/cases.json")
            ?? throw new InvalidOperationException("The cases are not part of the program.");
        return await JsonSerializer.DeserializeAsync<IReadOnlyList<KnownCase>>(file) ?? [];
    }
}
