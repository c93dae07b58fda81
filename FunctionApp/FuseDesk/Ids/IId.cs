namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>An id that is a type of its own, so that two kinds of id cannot be mixed up.</summary>
/// <typeparam name="TSelf">The id type.</typeparam>
/// <typeparam name="TValue">What FuseDesk writes: a number or a string.</typeparam>
public interface IId<TSelf, TValue>
    where TSelf : struct, IId<TSelf, TValue>
{
    /// <summary>The bare id.</summary>
    TValue Value { get; }

    /// <summary>Wraps a bare id.</summary>
    /// <param name="value">The id as FuseDesk writes it.</param>
    /// <returns>The typed id.</returns>
    static abstract TSelf From(TValue value);
}
