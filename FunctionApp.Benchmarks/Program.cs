using FuseDeskFlows.Benchmarks;
using FuseDeskFlows.Benchmarks.Agent;
using FuseDeskFlows.Benchmarks.Crash;
using FuseDeskFlows.Benchmarks.Engine;
using FuseDeskFlows.Benchmarks.Events;
using FuseDeskFlows.Benchmarks.Language;
using FuseDeskFlows.Benchmarks.Pages;
using FuseDeskFlows.Benchmarks.Quota;
using FuseDeskFlows.Benchmarks.Texts;

// A benchmark a name; each measures its rivals in one run and reports ratios, since absolute times are the machine's.
var benchmarks = new Dictionary<string, Func<BenchmarkOptions, Task<BenchmarkReport>>>(StringComparer.OrdinalIgnoreCase)
{
    ["agent"] = AgentBenchmark.RunAsync,
    ["console"] = ConsoleBenchmark.RunAsync,
    ["crash"] = CrashBenchmark.RunAsync,
    ["engine"] = EngineBenchmark.RunAsync,
    ["events"] = EventsBenchmark.RunAsync,
    ["language"] = LanguageBenchmark.RunAsync,
    ["quota"] = QuotaBenchmark.RunAsync,
    ["texts"] = TextsBenchmark.RunAsync,
};

return await CommandLine.RunAsync(args, benchmarks);
