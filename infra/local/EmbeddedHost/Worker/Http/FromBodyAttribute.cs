using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Binds a parameter of an HTTP function to the request's JSON body.</summary>
public class FromBodyAttribute : InputConverterAttribute;
