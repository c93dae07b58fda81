using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FuseDeskFlows.Tests.Triggers.Http;

/// <summary>A list that passes over what it was asked for would be taken for the answer.</summary>
public sealed class QueryFieldsTests
{
    [Theory]
    [InlineData("stauts=failed", "stauts", "'stauts' is not a parameter of this address; it has only name, status, top, continuation.")]
    [InlineData("status=running&status=failed", "status", "status may be given once.")]
    [InlineData("top=1&top=2", "top", "top may be given once.")]
    public void A_misspelt_or_repeated_parameter_of_the_runs_is_refused_by_its_name(string query, string field, string fault)
    {
        var problem = RunListQuery.Parse(Query(query), RunListQuery.Fields).Problem;
        Assert.Equal(fault, problem?.Detail);
        Assert.Contains(field, Assert.IsType<Dictionary<string, string[]>>(problem?.Extensions["errors"]).Keys);
    }

    [Theory]
    [InlineData("deparment=Billing", "'deparment' is not a parameter of this address; it has only department, from, to.")]
    [InlineData("from=2026-03-02&to=2026-03-01", "to must not lie before from.")]
    public void What_the_audits_cannot_be_chosen_by_is_refused(string query, string fault) =>
        Assert.Equal(fault, AuditQuery.Parse(Query(query)).Problem?.Detail);

    [Fact]
    public void Waiting_writes_have_pages_and_no_other_parameter() =>
        Assert.NotNull(RunListQuery.Parse(Query("status=failed"), RunListQuery.Pages).Problem);

    [Theory]
    [InlineData("")]
    [InlineData("code=key&clientId=default&STATUS=failed&name=")]
    public void A_function_key_in_the_address_and_any_case_are_let_through(string query) =>
        Assert.Null(QueryFields.FindFault(Query(query), RunListQuery.Fields));

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
