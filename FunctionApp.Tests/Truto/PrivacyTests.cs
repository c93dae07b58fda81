using FuseDeskFlows.Activities.Tools;

namespace FuseDeskFlows.Tests.Truto;

public sealed class PrivacyTests
{
    [Fact]
    public async Task Neither_tokens_nor_addresses_nor_texts_are_logged()
    {
        var call = 0;
        await using var truto = await TestTruto.StartAsync(context =>
            (Interlocked.Increment(ref call) % 4) switch
            {
                0 => StubServer.Say(context, 502, "secret-text"),
                1 => StubServer.Say(
                    context, 405, """{"truto_is_remote_error":true,"raw_response":{"error":"sarah@examplecorp.com secret-text"}}"""),
                2 => StubServer.Say(
                    context, 200, """{"result":[{"id":"c1","emailAddress":"sarah@examplecorp.com","firstName":"secret-text"}]}"""),
                _ => StubServer.Say(context, 200, """{"result":"secret-text"""),
            });
        truto.Server.Tools = context => StubServer.Say(context, 200, "secret-text");

        for (var turn = 0; turn < 8; turn++)
        {
            var outcome = await new ListContactsActivity(truto.Client).RunAsync(
                new ListContactsInput() { Search = "sarah@examplecorp.com" }, CancellationToken.None);
            truto.Log.Lines.Enqueue((Microsoft.Extensions.Logging.LogLevel.Error, $"{outcome.Error}"));
        }

        Assert.NotEmpty(truto.Log.Lines);
        Assert.All(truto.Log.Lines, line =>
        {
            Assert.DoesNotContain("sarah", line.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("secret-text", line.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestTruto.Token, line.Text, StringComparison.Ordinal);
        });
    }
}
