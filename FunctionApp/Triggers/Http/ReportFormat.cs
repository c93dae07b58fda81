namespace FuseDeskFlows.Triggers.Http;

/// <summary>How a caller wants to read a report.</summary>
internal enum ReportFormat
{
    /// <summary>Nothing that can be produced.</summary>
    None = 0,

    /// <summary><c>application/json</c>, the default.</summary>
    Json,

    /// <summary><c>text/markdown</c>.</summary>
    Markdown,

    /// <summary><c>text/html</c>.</summary>
    Html,
}
