namespace FuseDeskFlows.Reports.Pages.Runs;

/// <summary>What a step of a run is.</summary>
public enum RunStepKind
{
    /// <summary>A call of FuseDesk, of the model, or of another of the app's activities.</summary>
    Call = 0,

    /// <summary>A wait by the clock: for a quota, or for a fault to pass.</summary>
    Wait,

    /// <summary>Another run that this one started.</summary>
    Child,
}
