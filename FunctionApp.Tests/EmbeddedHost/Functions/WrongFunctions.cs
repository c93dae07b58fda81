using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Functions;

internal static class WrongFunctions
{
    [Function("Twice")]
    public static string First([HttpTrigger("get", Route = "first")] HttpRequest request) => request.Method;

    [Function("twice")]
    public static string Second([HttpTrigger("get", Route = "second")] HttpRequest request) => request.Method;

    [Function("WrongType")]
    public static void WrongType([TimerTrigger("0 0 * * * *")] string timer) => _ = timer;

    [Function("BadCron")]
    public static void BadCron([TimerTrigger("0 0 25 * * *")] TimerInfo timer) => _ = timer;

    [Function("FourFields")]
    public static void FourFields([TimerTrigger("0 0 * *")] TimerInfo timer) => _ = timer;

    [Function("NoSetting")]
    public static void NoSetting([TimerTrigger("%Audit:Schedule%")] TimerInfo timer) => _ = timer;

    [Function("NoQueueSetting")]
    public static void NoQueueSetting([QueueTrigger("%QueueName%")] string message) => _ = message;

    [Function("BadQueue")]
    public static void BadQueue([QueueTrigger("Not_A_Queue")] string message) => _ = message;

    [Function("NoTrigger")]
    public static void NoTrigger(string nothing) => _ = nothing;

    [Function("TwoTriggers")]
    public static void TwoTriggers([ActivityTrigger] string input, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = (input, timer);

    [Function("Unbound")]
    public static void Unbound([ActivityTrigger] string input, Uri somewhere) => _ = (input, somewhere);

    [Function("WrongClient")]
    public static void WrongClient([ActivityTrigger] string input, [DurableClient] string client) => _ = (input, client);

    [Function("AsyncVoid")]
#pragma warning disable VSTHRD100, MA0155 // what the host has to refuse
    public static async void AsyncVoid([ActivityTrigger] string input) => await Task.FromResult(input);
#pragma warning restore VSTHRD100, MA0155

    [Function("BadRoute")]
    public static string BadRoute([HttpTrigger("get", Route = "a/{b")] HttpRequest request) => request.Method;

    [Function("WrongContext")]
    public static Task WrongContext([OrchestrationTrigger] DurableTaskClient context) => Task.FromResult(context);

    [Function("OtherName")]
    public static Task OtherName([OrchestrationTrigger(Orchestration = "Same")] TaskOrchestrationContext context) => Task.FromResult(context);

    [Function("Same")]
    public static Task Same([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context);
}
