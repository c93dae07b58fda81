using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>Makes a case whose dates and rep follow from its conversation.</summary>
internal static class CaseFacts
{
    /// <summary>A case from its steps; <paramref name="history"/> writes the words when they are asked for.</summary>
    public static SupportCase Create(
        int id,
        string status,
        string summary,
        Contact contact,
        int departmentId,
        DateTimeOffset opened,
        IReadOnlyList<Beat> beats,
        List<int> tags,
        Func<List<HistoryItem>> history)
    {
        var answers = beats.Where(beat => beat.Kind is HistoryKind.EmailOut or HistoryKind.Call).ToList();
        var last = beats.Count > 0 ? beats[^1].At : opened;
        return new(id, history)
        {
            Number = NumberOf(id),
            Status = status,
            Summary = summary,
            OpenedBy = id % 5 == 0 ? contact.Name : contact.Email,
            ContactUuid = contact.Uuid,
            CrmId = contact.CrmId,
            RepId = beats.LastOrDefault(beat => beat.RepId is not null)?.RepId,
            DepartmentId = departmentId,
            Opened = opened,
            Updated = last,
            FirstResponse = answers.Count > 0 ? answers[0].At : null,
            LastResponse = answers.Count > 0 ? answers[^1].At : null,
            Closed = status is "closed" ? last : null,
            Tags = tags,
        };
    }

    /// <summary>The public number: four letters and four digits.</summary>
    public static string NumberOf(int id)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        var mixed = (uint)id * 2654435761u;
        Span<char> number = stackalloc char[8];
        for (var index = 0; index < 4; index++)
        {
            number[index] = Letters[(int)(mixed % 24)];
            mixed /= 24;
        }

        // The digits are the id's own last ones, so that no two cases share a number.
        _ = (id % 10000).TryFormat(number[4..], out _, "D4", System.Globalization.CultureInfo.InvariantCulture);
        return new string(number);
    }
}
