namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>Made-up names.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Aisha", "Ben", "Carla", "Deniz", "Ella", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Liam", "Mina", "Noah", "Olga",
        "Pavel", "Quinn", "Rosa", "Samir", "Tessa", "Umar", "Vera", "Will", "Xenia", "Yara", "Zoe", "Amara", "Bruno", "Chiara", "Dylan",
        "Esther", "Felix", "Gloria", "Hassan", "Ingrid", "Jamal", "Klara", "Luca", "Maeve", "Nils",
    ];

    /// <summary>Last names; none of those that <see cref="SandboxPeople"/> uses.</summary>
    public static readonly string[] Last =
    [
        "Adler", "Baker", "Costa", "Dahl", "Eriksen", "Fischer", "Gupta", "Hansen", "Ito", "Jansen", "Kaya", "Lopez", "Moreau", "Novak",
        "Osei", "Park", "Quist", "Rossi", "Silva", "Tanaka", "Ueda", "Vogel", "Walsh", "Xu", "Young", "Zimmer", "Abbott", "Bianchi", "Chen",
        "Duarte", "Engel", "Ferrari", "Garcia", "Holm", "Iqbal", "Jones", "Keller", "Larsen", "Meyer", "Nash", "Olsen", "Perez", "Reed",
        "Santos", "Torres", "Urban", "Visser", "Weber", "Yilmaz", "Zeller",
    ];

    /// <summary>Companies; also the names of their domains.</summary>
    public static readonly string[] Companies =
    [
        "Bluewave Yoga", "Northside Climbing", "Cedar Pilates", "Urban Rowers", "Lotus Dance", "Ironbridge Gym", "Sunny Swim",
        "Harvest Cooking", "Violet Music", "Peak Coaching", "Tandem Cycling", "Marble Pottery", "Swift Fencing", "Maple Daycare",
        "Compass Tours", "Anchor Sailing", "Garnet Fitness", "Willow Therapy", "Falcon Archery", "Orbit Science Club", "Stone Boulders",
        "Clover Riding", "Echo Choir", "Summit Physio", "Delta Boxing",
    ];

    public static string Domain(string company) =>
        company.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant() + ".example";
}
