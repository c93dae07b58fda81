using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Reads cases and chats with what each author wrote himself, and marks what only seems to be somebody's message.</summary>
internal static class ConversationReader
{
    public static Case? ReadCase(JsonElement element, bool isPartial) =>
        CaseReader.ParseCase(element, isPartial) is { } read ? HistoryMarker.Mark(HistoryTexts.Separate(read)) : null;

    public static Chat? ReadChat(JsonElement element, bool isPartial) =>
        ChatReader.ParseChat(element, isPartial) is { } read ? HistoryMarker.Mark(HistoryTexts.Separate(read)) : null;
}
