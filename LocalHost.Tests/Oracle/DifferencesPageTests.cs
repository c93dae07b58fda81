using LocalHost.Tests.Oracle.Listed;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Oracle;

public sealed class DifferencesPageTests
{
    [Fact]
    public void Users_read_of_each_listed_difference_and_of_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "infra", "local", "FunctionsHost", "DIFFERENCES.md"));
        Assert.Equal(DifferencesPage.Of(ListedDifferences.Read()), page);
    }

    [Fact]
    public void No_place_is_listed_twice()
    {
        var places = ListedDifferences.Read().Places.Select(place => (place.Recording, place.Steps, place.At)).ToList();
        Assert.Equal(places.Distinct(), places);
    }
}
