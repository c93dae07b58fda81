using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The 400 contacts: first those of <see cref="SandboxPeople"/>, then the seed's own.</summary>
internal static class ContactGenerator
{
    /// <summary>How many there are.</summary>
    public const int Count = 400;

    private static readonly (string First, string Last, string Email, string Company)[] Known =
    [
        ("Sarah", "Whitfield", SandboxPeople.SarahEmail, "Examplecorp"),
        ("Jordan", "Doe", SandboxPeople.JordanEmail, "Doe & Daughters"),
        ("Elena", "Petrova", SandboxPeople.ElenaEmail, "Fjord Fit"),
        ("Nora", "Lindqvist", SandboxPeople.NoCasesEmail, "Quiet Studio"),
        ("Maria", "Fernandez", SandboxPeople.FirstMariaEmail, "Casa Verde"),
        ("Maria", "Fernandez", SandboxPeople.SecondMariaEmail, "Puerto Sur"),
        ("Anna", "Orchard", SandboxPeople.ContainedEmail, "Orchard"),
        ("Joanna", "Orchard", SandboxPeople.ContainingEmail, "Orchard"),
        ("Emil", "Haas", SandboxPeople.EmptyHistoryEmail, "Haas Yoga"),
        ("Wanda", "Reyes", SandboxPeople.NoRepEmail, "Reyes Riding"),
        ("Uma", "Patel", SandboxPeople.UnknownRepEmail, "Patel Pilates"),
        ("Lukas", "Weber", SandboxPeople.MailProgramsEmail, "Weber Tanz"),
        ("Ivo", "Marek", SandboxPeople.HostileEmail, "Marek <b>&</b> Sons"),
    ];

    /// <summary>How many of them are known by name; the seed's own cases belong to the others.</summary>
    public static int KnownCount => Known.Length;

    /// <summary>Makes them.</summary>
    public static List<Contact> Create(int seed, DateTimeOffset today)
    {
        var contacts = new List<Contact>(Count);
        for (var index = 0; index < Count; index++)
        {
            var random = SeededRandom.For(seed, "contact", index);
            var (first, last, email, company) = index < Known.Length ? Known[index] : Invent(seed, index, random);
            var inCrm = index < Known.Length || index % 17 != 0;
            contacts.Add(
                new(Uuid(random), inCrm ? 5001 + (index * 3) : null, first, last, email, company, today.AddDays(-random.Next(400, 1500))));
        }

        return contacts;
    }

    private static (string First, string Last, string Email, string Company) Invent(int seed, int index, Random random)
    {
        // 739 has no factor in common with the number of pairs, so no name comes twice.
        var pairs = Names.First.Length * Names.Last.Length;
        var pair = (int)(((((long)seed * 131) + ((long)index * 739)) % pairs + pairs) % pairs);
        var first = Names.First[pair % Names.First.Length];
        var last = Names.Last[pair / Names.First.Length];
        var company = random.Pick(Names.Companies);
        return (first, last, $"{first}.{last}@{Names.Domain(company)}".ToLowerInvariant(), company);
    }

    private static string Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }
}
