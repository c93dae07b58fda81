namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A member of the support team.</summary>
/// <param name="UserId">What everything else calls <c>repid</c>.</param>
/// <param name="RepId">The rep record's own number, which nothing else refers to: a trap of the real API.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Active">False once the account is disabled.</param>
/// <param name="DepartmentId">Default department.</param>
internal sealed record Rep(int UserId, int RepId, string FirstName, string LastName, bool Active, int DepartmentId)
{
    /// <summary>Full name.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Work address.</summary>
    public string Email => $"{FirstName}.{LastName}@harborline.example".ToLowerInvariant();
}
