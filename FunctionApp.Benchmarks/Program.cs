using FuseDeskFlows.Benchmarks;
using FuseDeskFlows.Benchmarks.Engine;
using FuseDeskFlows.Benchmarks.Quota;

// A benchmark a name; each measures its rivals in one run and reports ratios, since absolute times are the machine's.
var benchmarks = new Dictionary<string, Func<Task<BenchmarkReport>>>(StringComparer.OrdinalIgnoreCase)
{
    ["engine"] = EngineBenchmark.RunAsync,
    ["quota"] = QuotaBenchmark.RunAsync,
};

return await CommandLine.RunAsync(args, benchmarks);
