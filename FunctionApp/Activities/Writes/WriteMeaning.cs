using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>What the bound arguments of a write mean, whatever the account calls them.</summary>
internal sealed class WriteMeaning
{
    public const string Status = "status";
    public const string Rep = "repid";
    public const string Department = "depid";
    public const string Tag = "casetagid";
    public const string Until = "until";

    private readonly SortedDictionary<string, JsonElement> _arguments;
    private readonly string? _textName;

    /// <summary>Reads the meaning; what cannot be meant is added to the faults.</summary>
    public WriteMeaning(ToolDefinition tool, SortedDictionary<string, JsonElement> arguments, List<WriteFault> faults)
    {
        _arguments = arguments;
        Kind = KindOf(tool);
        _textName = Kind switch
        {
            WriteKind.CaseNote => Name("note"),
            WriteKind.CaseReply => Name("body"),
            WriteKind.CaseCreate => Name("details"),
            _ => null,
        };
        Id = IdOf();
        RepId = Number(Rep) is { } rep ? new RepId(rep) : null;
        DepartmentId = Number(Department) is { } department ? new DepartmentId(department) : null;
        new WriteCheck(arguments, faults).Run(tool, this);
    }

    public WriteKind Kind { get; }

    public string? Id { get; }

    public RepId? RepId { get; }

    public DepartmentId? DepartmentId { get; }

    public string? Token { get; private set; }

    /// <summary>The fields that are asked to be changed, as a read target names them.</summary>
    public IReadOnlyList<RequestedChange> Asked => Kind == WriteKind.Other
        ? [.. Given.Select(argument => new RequestedChange(FieldNames.Normalise(argument.Key), InWords(argument.Value)))]
        : [.. FieldsOf(Kind).Select(known => Ask(known.Field, known.Argument)).OfType<RequestedChange>()];

    /// <summary>What is sent beside that, by the account's names: a person is to see it as well.</summary>
    public IReadOnlyList<RequestedChange> Others => Kind == WriteKind.Other ? [] :
    [
        .. Given.ExceptBy(FieldsOf(Kind).Select(known => Name(known.Argument)), argument => argument.Key, StringComparer.Ordinal)
            .Select(argument => new RequestedChange(argument.Key, InWords(argument.Value))),
    ];

    private IEnumerable<KeyValuePair<string, JsonElement>> Given => _arguments.Where(argument => argument.Key is not WriteRequests.Id);

    /// <summary>The argument that has a meaning, by the account's own name of it; null if it is not given.</summary>
    /// <param name="argument">FuseDesk's name of it.</param>
    public string? Name(string argument) => _arguments.Keys.FirstOrDefault(name => ArgumentBinder.IsSame(argument, name));

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

    // A blank id would turn the path into the list's, and dots into another resource's.
    private string? IdOf() =>
        _arguments.TryGetValue(WriteRequests.Id, out var id) && JsonScalar.TextId(id) is { } text
            && !text.All(character => character == '.')
            ? text
            : null;

    // Which of a target's fields an argument changes.
    private static IReadOnlyList<(string Field, string Argument)> FieldsOf(WriteKind kind) => kind switch
    {
        WriteKind.CaseUpdate or WriteKind.CaseCreate =>
        [
            (TargetFields.Status, Status), (TargetFields.Rep, Rep), (TargetFields.Department, Department),
            (TargetFields.Summary, "summary"), (TargetFields.Details, "details"),
        ],
        WriteKind.CaseNote => [(TargetFields.Note, "note"), (TargetFields.Status, Status), (TargetFields.Rep, Rep)],
        WriteKind.CaseReply => [(TargetFields.Mail, "body")],
        WriteKind.CaseTag or WriteKind.CaseUntag => [(TargetFields.Tags, Tag)],
        WriteKind.CaseSnooze => [(TargetFields.SnoozedUntil, Until)],
        _ => [],
    };

    private RequestedChange? Ask(string field, string argument) =>
        Name(argument) is { } name && JsonScalar.Text(_arguments[name]) is { } text ? new(field, Normalise(field, text)) : null;

    private static string Normalise(string field, string text) => field switch
    {
        TargetFields.Status => text.ToLowerInvariant(),
        TargetFields.SnoozedUntil => TargetFields.Moment(Timestamps.Parse(text)) ?? text,
        _ => text,
    };

    private static string InWords(JsonElement value) => JsonScalar.Text(value) ?? value.GetRawText();

    private long? Number(string argument) => Name(argument) is { } name ? JsonScalar.NumericId(_arguments[name]) : null;
}
