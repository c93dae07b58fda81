using Bunit;
using FuseDeskFlows.Reports.Pages.Forms;

namespace FuseDeskFlows.Tests.Reports.Pages.Forms;

public sealed class FormInputTests : BunitContext
{
    [Fact]
    public void Every_field_has_a_label_of_its_own()
    {
        foreach (var kind in Enum.GetValues<FormFieldKind>())
        {
            var input = Render<FormInput>(parameters => parameters
                .Add(input => input.Id, "f-1").Add(input => input.Field, new("who", "Whose case", kind)));

            Assert.Equal("f-1", input.Find("label").GetAttribute("for"));
            Assert.Equal("who", input.Find("#f-1").GetAttribute("name"));
        }
    }
}
