namespace FuseDeskFlows.Reports.Pages.Forms;

/// <summary>How a field of a form is filled in.</summary>
public enum FormFieldKind
{
    /// <summary>A line of text.</summary>
    Line = 0,

    /// <summary>One of some choices.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Check,

    /// <summary>Several lines of text.</summary>
    Text,
}
