namespace FuseDeskFlows.Language.Results;

/// <summary>The types of a model's faults, which reports show as problems. Clients rely on them: they do not change.</summary>
public static class ModelFaultTypes
{
    /// <summary>
    /// The address, the deployment, the model's name, the key or the account's credit is wrong; the detail names the setting.
    /// </summary>
    public const string Misconfigured = "model-misconfigured";

    /// <summary>The model could not be reached, failed, or took too long.</summary>
    public const string Unavailable = "model-unavailable";

    /// <summary>The model's content filter stopped the request or the answer.</summary>
    public const string ContentFilter = "model-content-filter";

    /// <summary>The model refused to answer, or did not take the request.</summary>
    public const string Refused = "model-refused";

    /// <summary>The model's answer failed a check twice.</summary>
    public const string Rejected = "model-answer-rejected";

    /// <summary>The model's quota would be back too late.</summary>
    public const string OutOfQuota = "model-out-of-quota";

    /// <summary>The history was longer than the budget: parts of it were not read.</summary>
    public const string Shortened = "history-shortened";
}
