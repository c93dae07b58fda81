using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>What the bound arguments of a write mean, whatever the account calls them.</summary>
internal sealed class WriteMeaning
{
    private const int MaxText = 50_000;
    private static readonly string[] Notes = ["note"];
    private static readonly string[] Mails = ["body"];
    private static readonly string[] Details = ["details"];

    private readonly SortedDictionary<string, JsonElement> _arguments;
    private readonly List<WriteFault> _faults;
    private readonly string? _textName;

    /// <summary>Reads the meaning; what cannot be meant is added to the faults.</summary>
    public WriteMeaning(ToolDefinition tool, SortedDictionary<string, JsonElement> arguments, List<WriteFault> faults)
    {
        (_arguments, _faults) = (arguments, faults);
        Kind = KindOf(tool);
        _textName = Kind switch
        {
            WriteKind.CaseNote => Name(Notes),
            WriteKind.CaseReply => Name(Mails),
            WriteKind.CaseCreate => Name(Details),
            _ => null,
        };
        Id = IdOf();
        RepId = Number("repid") is { } rep ? new RepId(rep) : null;
        DepartmentId = Number("depid") is { } department ? new DepartmentId(department) : null;
        Check(tool);
    }

    public WriteKind Kind { get; }

    public string? Id { get; }

    public RepId? RepId { get; }

    public DepartmentId? DepartmentId { get; }

    public string? Token { get; private set; }

    /// <summary>The fields that are asked to be changed, as a read target names them.</summary>
    public IReadOnlyList<RequestedChange> Asked => Kind switch
    {
        WriteKind.CaseUpdate or WriteKind.CaseCreate =>
        [
            .. Ask(TargetFields.Status, "status", text => text.ToLowerInvariant()), .. Ask(TargetFields.Rep, "repid"),
                .. Ask(TargetFields.Department, "depid"),
            .. Ask(TargetFields.Summary, "summary"), .. Ask(TargetFields.Details, "details"),
        ],
        WriteKind.CaseNote => [.. Ask(TargetFields.Note, "note"), .. Ask(TargetFields.Status, "status", text => text.ToLowerInvariant())],
        WriteKind.CaseReply => [.. Ask(TargetFields.Mail, "body")],
        WriteKind.CaseTag or WriteKind.CaseUntag => [.. Ask(TargetFields.Tags, "casetagid")],
        WriteKind.CaseSnooze => [.. Ask(TargetFields.SnoozedUntil, "until", text => TargetFields.Moment(Timestamps.Parse(text)) ?? text)],
        _ =>
        [
            .. _arguments.Where(argument => argument.Key is not WriteRequests.Id)
                .Select(argument => new RequestedChange(
                    FieldNames.Normalise(argument.Key), JsonScalar.Text(argument.Value) ?? argument.Value.GetRawText())),
        ],
    };

    /// <summary>Signs the text that is written, if there is one.</summary>
    public void Sign(string marker, string writeId)
    {
        if (_textName is not null && JsonScalar.Text(_arguments[_textName]) is { } text)
        {
            var signed = WriteMark.Sign(text, marker, writeId);
            Token = WriteMark.TokenOf(signed, marker);
            _arguments[_textName] = JsonSerializer.SerializeToElement(signed);
        }
    }

    private static WriteKind KindOf(ToolDefinition tool) => WriteTools.Key(tool).ToUpperInvariant() switch
    {
        "CASES/UPDATE" => WriteKind.CaseUpdate,
        "CASES/ADDNOTE" or "CASES/ADD_NOTE" => WriteKind.CaseNote,
        "CASES/REPLY" => WriteKind.CaseReply,
        "CASES/TAG" => WriteKind.CaseTag,
        "CASES/UNTAG" => WriteKind.CaseUntag,
        "CASES/SNOOZE" => WriteKind.CaseSnooze,
        "CASES/CREATE" => WriteKind.CaseCreate,
        _ => WriteKind.Other,
    };

    private void Check(ToolDefinition tool)
    {
        if (Name(["status"]) is { } status && Kind != WriteKind.Other
            && !CaseStatusNames.All.ContainsKey(JsonScalar.Text(_arguments[status])?.ToLowerInvariant() ?? ""))
        {
            Add(status, $"It must be one of {string.Join(", ", CaseStatusNames.All.Keys)}.");
        }

        if (_arguments.TryGetValue(WriteRequests.Id, out var id) && Id is null)
        {
            Add(WriteRequests.Id, id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? "It is no id." : "It must be an id.");
        }

        foreach (var (name, value) in _arguments.Where(argument => argument.Value.ValueKind == JsonValueKind.String))
        {
            var text = value.GetString()!;
            if (text.Length > MaxText || (string.Equals(name, _textName, StringComparison.Ordinal) && string.IsNullOrWhiteSpace(text)))
            {
                Add(name, $"It must be a text of 1 to {MaxText} characters.");
            }
        }

        if (_faults.Count == 0 && Kind == WriteKind.CaseUpdate && Asked.Count == 0)
        {
            _faults.Add(new() { Field = "arguments", Fault = $"{tool.Name} is asked to change nothing." });
        }
    }

    // A blank id would turn the path into the list's, and dots into another resource's.
    private string? IdOf() =>
        _arguments.TryGetValue(WriteRequests.Id, out var id) && JsonScalar.TextId(id) is { } text
            && !text.All(character => character == '.')
            ? text
            : null;

    private IEnumerable<RequestedChange> Ask(string field, string argument, Func<string, string>? normalise = null)
    {
        if (Name([argument]) is { } name && JsonScalar.Text(_arguments[name]) is { } text)
        {
            yield return new(field, normalise?.Invoke(text) ?? text);
        }
    }

    private long? Number(string argument) => Name([argument]) is { } name ? JsonScalar.NumericId(_arguments[name]) : null;

    private string? Name(string[] candidates) =>
        _arguments.Keys.FirstOrDefault(name => candidates.Any(candidate => ArgumentBinder.IsSame(candidate, name)));

    private void Add(string argument, string fault) => _faults.Add(ArgumentBinder.Fault(argument, fault));
}
