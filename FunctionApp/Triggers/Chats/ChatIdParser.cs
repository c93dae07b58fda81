using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Chats;

/// <summary>Parses a chat's id, which FuseDesk writes as a text.</summary>
internal static class ChatIdParser
{
    /// <summary>The field and the route parameter.</summary>
    public const string Field = "chatId";

    private const int MaxLength = 100;

    public static ParseResult<ChatId> Parse(string text)
    {
        var id = text.Trim();
        return id.Length is > 0 and <= MaxLength
            && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':')
            ? new ChatId(id)
            : ApiProblem.InvalidRequest((Field, $"{Field} must be a chat's id of letters and digits, such as 10294."));
    }
}
