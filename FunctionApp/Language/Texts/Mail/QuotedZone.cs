using FuseDeskFlows.Language.Texts.Mail.Headers;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>The lines below a header, as far as it may speak of them.</summary>
internal sealed record QuotedZone(QuotationHeader Header, int Start, int End);
