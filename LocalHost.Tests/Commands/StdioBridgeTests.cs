using System.Net;
using System.Text;
using System.Text.Json;
using LocalFunctionsHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class StdioBridgeTests
{
    private const string Ask = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task Every_message_of_an_answer_is_a_line_however_the_app_lays_it_out()
    {
        var (output, _) = await RunAsync(
            [Ask],
            _ => Answer("text/event-stream", "event: message\ndata: {\"a\":1}\n\nevent: message\ndata: {\n" + "data: \"b\":2}\n\n"));

        Assert.Equal("{\"a\":1}\n{\"b\":2}\n", output);
        Assert.Equal("{\"ok\":true}\n", (await RunAsync([Ask], _ => Answer("application/json", "{ \"ok\":\n true }"))).Output);
    }

    [Fact]
    public async Task What_needs_no_answer_and_what_is_empty_gives_no_line()
    {
        var (output, requests) = await RunAsync(
            ["""{"jsonrpc":"2.0","method":"notifications/initialized"}""", "", "  "], _ => new(HttpStatusCode.Accepted));

        Assert.Empty(output);
        Assert.Single(requests);
    }

    [Fact]
    public async Task The_version_that_was_agreed_on_goes_with_the_messages_after_it()
    {
        var (_, requests) = await RunAsync(
            ["""{"jsonrpc":"2.0","id":0,"method":"initialize"}""", Ask],
            request => Answer("application/json", """{"id":0,"result":{"protocolVersion":"2025-06-18"}}"""));

        Assert.Equal([null, "2025-06-18"], requests.Select(request => Header(request, "MCP-Protocol-Version")));
    }

    [Fact]
    public async Task A_conversation_that_begins_anew_is_not_held_to_the_version_before()
    {
        var (_, requests) = await RunAsync(
            ["""{"jsonrpc":"2.0","id":0,"method":"initialize"}""", """{"jsonrpc":"2.0","id":1,"method":"initialize"}"""],
            _ => Answer("application/json", """{"id":0,"result":{"protocolVersion":"2025-06-18"}}"""));

        Assert.Equal([null, null], requests.Select(request => Header(request, "MCP-Protocol-Version")));
    }

    [Fact]
    public async Task A_refusal_without_an_id_is_told_to_the_one_who_asked_with_its_id()
    {
        var (output, _) = await RunAsync(
            [Ask, "this is no JSON"],
            _ => Answer("application/json", """{"error":{"code":-32600,"message":"No."},"id":null,"jsonrpc":"2.0"}"""));

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["1", "null"], lines.Select(line => line.GetProperty("id").GetRawText()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Half_a_character_in_a_message_is_answered_and_keeps_no_other_message_from_being_carried()
    {
        var (output, requests) = await RunAsync(
            [
                """{"jsonrpc":"2.0","id":1,"method":"\ud800"}""",
                """{"jsonrpc":"2.0","id":"\ud800","method":"ping"}""",
                """{"jsonrpc":"2.0","\ud800":1,"id":3,"method":"ping"}""",
                Ask,
            ],
            _ => Answer("application/json", """{"error":{"code":-32700,"message":"No."},"id":null,"jsonrpc":"2.0"}"""));

        Assert.Equal(4, requests.Count);
        Assert.Equal(4, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Problem_details_of_the_app_are_told_in_their_own_words()
    {
        var (output, _) = await RunAsync(
            [Ask],
            _ => new(HttpStatusCode.RequestEntityTooLarge)
            {
                Content = new StringContent("""{"title":"Large","detail":"At most 5 bytes."}""", Encoding.UTF8, "application/problem+json"),
            });

        Assert.Contains("The app answered 413: At most 5 bytes.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_names_its_version_says_in_headers_what_it_is_about()
    {
        var (_, requests) = await RunAsync(
            ["""
            {"id":1,"method":"tools/call","params":{"name":"a","_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}
            """],
            _ => new(HttpStatusCode.Accepted));

        var request = Assert.Single(requests);
        Assert.Equal(
            ("2026-07-28", "tools/call", "a"),
            (Header(request, "MCP-Protocol-Version"), Header(request, "Mcp-Method"), Header(request, "Mcp-Name")));
    }

    [Fact]
    public async Task An_app_that_cannot_be_asked_is_an_error_of_that_request_and_the_conversation_goes_on()
    {
        var calls = 0;
        var (output, _) = await RunAsync(
            [Ask, """{"jsonrpc":"2.0","id":"x","method":"ping"}"""],
            _ => calls++ == 0 ? throw new HttpRequestException("Connection refused") : new(HttpStatusCode.Unauthorized));

        Assert.Contains(
            "\"id\":1,\"error\":{\"code\":-32603,\"message\":\"The app could not be asked: Conn", output, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"x\",\"error\":{\"code\":-32603,\"message\":\"The app answered 401", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"id":1,"id":1,"error":{}}""")]
    public async Task An_answer_that_cannot_be_read_is_an_error_of_that_request(string answer)
    {
        var (output, _) = await RunAsync([Ask], _ => Answer("application/json", answer));

        Assert.Contains("\"id\":1,\"error\":{\"code\":-32603,", output, StringComparison.Ordinal);
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

    private static HttpResponseMessage Answer(string mediaType, string text) =>
        new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, mediaType) };

    private static async Task<(string Output, IReadOnlyList<HttpRequestMessage> Requests)> RunAsync(
        IEnumerable<string> lines, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var requests = new List<HttpRequestMessage>();
        using var http = new HttpClient(new Handler(request =>
        {
            lock (requests)
            {
                requests.Add(request);
                return answer(request);
            }
        }));
        using var output = new StringWriter { NewLine = "\n" };
        using var input = new StringReader(string.Join('\n', lines.Select(line => line.Trim())));
        var bridge = new StdioBridge(new(http, new("http://localhost/api/mcp")), input, output, TextWriter.Null);
        await bridge.RunAsync(TestContext.Current.CancellationToken);
        return (output.ToString(), requests);
    }

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
