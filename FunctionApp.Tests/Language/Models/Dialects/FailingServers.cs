using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Tests.Language.Models.Dialects;

/// <summary>Servers that give no text, each for a reason that a person can do something about.</summary>
internal static class FailingServers
{
    public static IReadOnlyList<ServerDialect> All { get; } =
    [
        Fails(
            "a gateway: access denied within a 200",
            200,
            """{"error":{"message":"No auth credentials found","code":401}}""",
            ModelFaultTypes.Misconfigured,
            "OpenAI:ApiKey"),
        Fails(
            "Gemini: a key that is none, as a bad request",
            400,
            """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""",
            ModelFaultTypes.Misconfigured,
            "OpenAI:ApiKey"),
        Fails(
            "a gateway: no credit",
            402,
            """{"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}""",
            ModelFaultTypes.Misconfigured,
            "no credit"),
        Fails(
            "Ollama: a model that was not pulled",
            404,
            """{"error":{"message":"model \"test-model\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""",
            ModelFaultTypes.Misconfigured,
            "OpenAI:Model"),
        Fails(
            "vLLM: a model of another name",
            404,
            """{"object":"error","message":"The model `test-model` does not exist.","type":"NotFoundError","param":null,"code":404}""",
            ModelFaultTypes.Misconfigured,
            "OpenAI:Model"),
        Fails(
            "Mistral: a model of another name",
            400,
            """{"object":"error","message":"Invalid model: test-model","type":"invalid_model","param":null,"code":"1500"}""",
            ModelFaultTypes.Misconfigured,
            "OpenAI:Model"),
        Fails("a wrong path", 404, "404 page not found", ModelFaultTypes.Misconfigured, "OpenAI:BaseUrl"),
        Fails(
            "a gateway: the server behind it is down, within a 200",
            200,
            """{"error":{"message":"Upstream failed","code":502,"metadata":{"provider_name":"x"}}}""",
            ModelFaultTypes.Unavailable,
            "502"),
        Fails(
            "a proxy: a problem of its own within a 200",
            200,
            """{"status":504,"title":"Gateway Timeout"}""",
            ModelFaultTypes.Unavailable,
            "504"),
        Fails(
            "OpenRouter: an error in the choice",
            200,
            """{"choices":[{"index":0,"finish_reason":"error","message":{"role":"assistant","content":""},"error":{"code":503,"message":"Overloaded"}}]}""",
            ModelFaultTypes.Unavailable,
            "503"),
        Fails(
            "Azure: an answer without choices",
            200,
            """{"choices":[],"prompt_filter_results":[]}""",
            ModelFaultTypes.Unavailable,
            "without any choice"),
        Fails("a gateway: choices that are null", 200, """{"choices":null,"id":null}""", ModelFaultTypes.Unavailable, "without any choice"),
        Fails(
            "llama.cpp: still loading",
            503,
            """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""",
            ModelFaultTypes.Unavailable,
            "still being loaded"),
        Fails(
            "a portal's sign-in page",
            200,
            "<!DOCTYPE html><html><body>Sign in</body></html>",
            ModelFaultTypes.Unavailable,
            "OpenAI:BaseUrl does not speak OpenAI's protocol"),
        Fails(
            "a reasoning model: all tokens are thoughts",
            200,
            """{"choices":[{"index":0,"finish_reason":"length","message":{"role":"assistant","content":""}}],"usage":{"prompt_tokens":9,"completion_tokens":16,"total_tokens":25}}""",
            ModelFaultTypes.Refused,
            "Language:AnswerTokens"),
        Fails(
            "Ollama with a reasoning model: all tokens are thoughts",
            200,
            """{"choices":[{"index":0,"finish_reason":"length","message":{"role":"assistant","content":"<think>\nOkay, the customer"}}]}""",
            ModelFaultTypes.Refused,
            "Language:AnswerTokens"),
        Fails(
            "OpenAI: an answer that may not become so long",
            400,
            """{"error":{"message":"max_tokens is too large: 1500. This model supports at most 1024 completion tokens, whereas you provided 1500.","type":"invalid_request_error","param":"max_tokens","code":"invalid_value"}}""",
            ModelFaultTypes.Refused,
            "Language:AnswerTokens"),
        Fails(
            "OpenAI: too long a request",
            400,
            """{"error":{"message":"This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""",
            ModelFaultTypes.Refused,
            "Language:CallTokens"),
        Fails(
            "vLLM: too long a request, told of the limit",
            400,
            """{"object":"error","message":"'max_tokens' or 'max_completion_tokens' is too large: 1500. This model's maximum context length is 2048 tokens and your request has 1000 input tokens (1500 > 2048 - 1000).","type":"BadRequestError","param":null,"code":400}""",
            ModelFaultTypes.Refused,
            "Language:CallTokens"),
        Fails(
            "Groq: too long a request",
            413,
            """{"error":{"message":"Request too large for model on tokens per minute (TPM): Limit 6000, Requested 9000","type":"tokens","code":"rate_limit_exceeded"}}""",
            ModelFaultTypes.Refused,
            "Language:CallTokens"),
        Fails(
            "llama.cpp: too long a request",
            400,
            """{"error":{"code":400,"message":"the request exceeds the available context size. try increasing the context size or enable context shift","type":"exceed_context_size_error","n_prompt_tokens":14429,"n_ctx":8192}}""",
            ModelFaultTypes.Refused,
            "Language:CallTokens"),
        Fails(
            "a stream's error",
            200,
            "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\ndata: {\"error\":{\"message\":\"gone\",\"code\":500}}\n\n",
            ModelFaultTypes.Unavailable,
            "500"),
        Fails(
            "a stream that breaks off",
            200,
            "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\n",
            ModelFaultTypes.Unavailable,
            "broke off"),
        Fails(
            "Azure: its content filter",
            400,
            """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""",
            ModelFaultTypes.ContentFilter,
            "content filter"),
        new("a model that takes longer than it may", (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted))
        {
            Settings = [("Language:Timeout", "00:00:00.400")],
            Problem = ModelFaultTypes.Unavailable,
            Reason = "Language:Timeout",
        },
    ];

    private static ServerDialect Fails(string name, int status, string body, string problem, string reason) =>
        new(name, (_, context) => ScriptedModel.Say(context, status, body)) { Problem = problem, Reason = reason };
}
