using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Language.Models.Dialects;

/// <summary>Servers that refuse a part of what OpenAI's own takes, each in its own words.</summary>
internal static class RefusingServers
{
    public static IReadOnlyList<ServerDialect> All { get; } =
    [
        new(
            "Azure, a reasoning model: the old name of the limit, and any temperature",
            (request, context) =>
                request.Has("max_tokens")
                    ? Refuse(
                        context,
                        """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}""")
                : request.Has("temperature")
                    ? Refuse(
                        context,
                        """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}""")
                : Good(context)) { Requests = 3 },
        new(
            "a gateway that tells a code alone: temperature",
            (request, context) =>
                request.Has("temperature")
                    ? ScriptedModel.Fail(context, 400, "unsupported_value")
                    : Good(context)) { Requests = 2 },
        new(
            "LiteLLM: temperature, without naming it as a parameter",
            (request, context) =>
                request.Has("temperature")
                    ? Refuse(
                        context,
                        """{"error":{"message":"litellm.UnsupportedParamsError: O-series models don't support temperature=0.0. Only temperature=1 is supported. To drop unsupported openai params from the call, set `litellm.drop_params = True`. Received Model Group=o3","type":"None","param":"None","code":"400"}}""")
                    : Good(context)) { Requests = 2 },
        new(
            "OpenRouter: temperature, in the words of the server behind it",
            (request, context) =>
                request.Has("temperature")
                    ? Refuse(
                        context,
                        """{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\n \"error\": {\n \"message\": \"Unsupported parameter: 'temperature' is not supported with this model.\",\n \"code\": null } }","provider_name":"OpenAI"}}}""")
                    : Good(context)) { Requests = 2 },
        new(
            "Mistral: the new name of the limit, which it is not sent",
            (request, context) =>
                request.Has("max_completion_tokens")
                    ? Refuse(
                        context,
                        """{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted","input":1500}]},"type":"invalid_request_error","param":null,"code":null}""",
                        422)
                    : Good(context)),
        new(
            "an old vLLM: the new name of the limit, which it is not sent",
            (request, context) =>
                request.Has("max_completion_tokens")
                    ? Refuse(
                        context,
                        """{"object":"error","message":"[{'type': 'extra_forbidden', 'loc': ('body', 'max_completion_tokens'), 'msg': 'Extra inputs are not permitted', 'input': 1500}]","type":"BadRequestError","param":null,"code":400}""")
                    : Good(context)),
        new(
            "a server that knows no limit at all",
            (request, context) =>
                request.Has("max_completion_tokens") || request.Has("max_tokens")
                    ? Refuse(
                        context,
                        $$$"""{"error":{"message":"Unrecognized request argument supplied: {{{(request.Has("max_tokens") ? "max_tokens" : "max_completion_tokens")}}}","type":"invalid_request_error","param":null,"code":null}}""")
                    : Good(context)) { Requests = 3 },
        new(
            "DeepSeek: a schema, but not JSON mode",
            (request, context) =>
                request.FormatType is "json_schema"
                    ? Refuse(
                        context,
                        """{"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}""")
                : request.FormatType is "json_object" && request.System.Contains("\"statements\"", StringComparison.Ordinal) ? Good(context)
                : Fail(context)) { Requests = 2 },
        new(
            "Groq: a schema, by its parameter",
            (request, context) =>
                request.FormatType is "json_schema"
                    ? Refuse(
                        context,
                        """{"error":{"message":"This model does not support response format `json_schema`. See supported models at the docs.","type":"invalid_request_error","param":"response_format"}}""")
                    : Good(context)) { Requests = 2 },
        new(
            "a server without any format of answers: the schema is in the prompt",
            (request, context) =>
                request.Has("response_format")
                    ? Refuse(
                        context,
                        """{"detail":[{"type":"extra_forbidden","loc":["body","response_format"],"msg":"Extra inputs are not permitted","input":{"type":"json_schema"}}]}""",
                        422)
                : request.System.Contains("\"statements\"", StringComparison.Ordinal) ? Good(context)
                : Fail(context)) { Requests = 3 },
        new(
            "LM Studio: JSON mode, in an error that is a mere text",
            (request, context) =>
                request.FormatType is "json_object"
                    ? Refuse(context, """{"error":"'response_format.type' must be 'json_schema' or 'text'"}""")
                    : Good(context)) { Requests = 2, Settings = [("Language:Omit", "json_schema")] },
        new(
            "llama.cpp: a grammar that it cannot make of the schema",
            (request, context) =>
                request.FormatType is "json_schema"
                    ? Refuse(
                        context,
                        """{"error":{"code":400,"message":"Failed to initialize samplers: failed to parse grammar","type":"invalid_request_error"}}""")
                    : Good(context)) { Requests = 2 },
        new(
            "DashScope: answers in one piece",
            (request, context) =>
                request.Has("stream")
                    ? ScriptedModel.Stream(context, AnsweringServers.Pieces)
                    : Refuse(
                        context,
                        """{"error":{"code":"invalid_parameter_error","message":"This model only support stream mode, please enable the stream parameter to access the model. ","param":null,"type":"invalid_request_error"},"request_id":"8eeb3d9a"}""")) { Requests = 2 },
        new(
            "a server of streams that misses the field",
            (request, context) =>
                request.Has("stream")
                    ? ScriptedModel.Stream(context, AnsweringServers.Pieces)
                    : Refuse(
                        context,
                        """{"detail":[{"type":"missing","loc":["body","stream"],"msg":"Field required"}]}""",
                        422)) { Requests = 2 },
        new(
            "TGI: a temperature of nothing, in a mere text",
            (request, context) =>
                request.Has("temperature")
                    ? Refuse(context, "Input validation error: `temperature` must be strictly positive", 422)
                    : Good(context)) { Requests = 2 },
        new(
            "a server of streams without usage",
            (request, context) =>
                request.Has("stream_options")
                    ? Refuse(
                        context,
                        """{"error":{"message":"Unknown parameter: 'stream_options'.","type":"invalid_request_error","param":"stream_options","code":"unknown_parameter"}}""")
                    : ScriptedModel.Stream(context, AnsweringServers.Pieces)) { Requests = 2, Settings = [("Language:Stream", "true")] },
        new(
            "Gemma's template: instructions of their own",
            (request, context) =>
                request.Roles.Contains("system", StringComparer.Ordinal)
                    ? Refuse(
                        context,
                        """{"object":"error","message":"System role not supported","type":"BadRequestError","param":null,"code":400}""")
                : request.Roles.SequenceEqual(["user"]) ? Good(context)
                : Fail(context)) { Requests = 2 },
    ];

    private static Task Good(HttpContext context) => AnsweringServers.Good(context);

    private static Task Fail(HttpContext context) => ScriptedModel.Fail(context, 418, "not_as_expected");

    private static Task Refuse(HttpContext context, string error, int status = 400) => ScriptedModel.Say(context, status, error);
}
