namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>
/// All words of a history so far, by which a passage is found in it again: short runs of words are looked up, and followed as far as
/// both texts agree. Each word is stored once and compared a bounded number of times, so that a history takes linear time.
/// </summary>
internal sealed class EarlierText
{
    private const int RunLength = 4;
    private const int MaxTries = 4;

    private readonly List<uint> _words = [];
    private readonly List<int> _items = [];
    private readonly List<int> _sameBefore = [];
    private readonly Dictionary<ulong, int> _newest = [];

    /// <summary>Adds an item's words, without those that are known from an earlier item.</summary>
    public void Add(int item, IReadOnlyList<Word> words, IReadOnlyList<Passage> known)
    {
        var start = 0;
        foreach (var passage in known)
        {
            Add(item, words, start, passage.Start);
            start = passage.End;
        }

        Add(item, words, start, words.Count);
    }

    /// <summary>Finds what earlier items have.</summary>
    /// <returns>The passages in the order of the text; they do not overlap.</returns>
    public List<Passage> Find(IReadOnlyList<Word> words)
    {
        var found = new List<Passage>();
        for (var index = 0; index + RunLength <= words.Count;)
        {
            var passage = _newest.TryGetValue(Key(words, index), out var newest) ? Longest(words, index, newest) : default;
            if (passage.End - passage.Start >= RunLength)
            {
                found.Add(passage);
                index = passage.End;
            }
            else
            {
                index++;
            }
        }

        return found;
    }

    /// <summary>Whether words are those that stand at a place among all earlier ones.</summary>
    public bool IsAt(int source, IReadOnlyList<Word> words, int start, int end)
    {
        for (var word = start; word < end; word++, source++)
        {
            if (source >= _words.Count || _words[source] != words[word].Hash)
            {
                return false;
            }
        }

        return true;
    }

    private Passage Longest(IReadOnlyList<Word> words, int index, int newest)
    {
        var longest = default(Passage);
        var candidate = newest;
        for (var tries = 0; tries < MaxTries && candidate >= 0; tries++)
        {
            var length = 0;
            while (index + length < words.Count && candidate + length < _words.Count
                && _words[candidate + length] == words[index + length].Hash)
            {
                length++;
            }

            if (length >= longest.End - longest.Start)
            {
                longest = new(index, index + length, candidate, _items[candidate]);
            }

            candidate = _sameBefore[candidate];
        }

        return longest;
    }

    private void Add(int item, IReadOnlyList<Word> words, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            Append(item, words[index].Hash);
            if (index + RunLength <= end)
            {
                var key = Key(words, index);
                _sameBefore[^1] = _newest.GetValueOrDefault(key, -1);
                _newest[key] = _words.Count - 1;
            }
        }

        // No passage goes on over the end of what was added in one piece.
        Append(item, 0);
    }

    private void Append(int item, uint hash)
    {
        _words.Add(hash);
        _items.Add(item);
        _sameBefore.Add(-1);
    }

    private static ulong Key(IReadOnlyList<Word> words, int index)
    {
        ulong key = 0;
        for (var offset = 0; offset < RunLength; offset++)
        {
            key = unchecked((key * 0x9E3779B97F4A7C15) + words[index + offset].Hash + 1);
        }

        return key;
    }
}
