namespace LocalFunctionsHost.Queues;

/// <summary>What an operation gave, or the error that its caller is answered with.</summary>
internal readonly record struct Outcome<T>(T? Value, StorageError? Error)
{
    public static implicit operator Outcome<T>(T? value) => new(value, null);

    public static implicit operator Outcome<T>(StorageError error) => new(default, error);

    /// <summary>Answers with what was given, or with the error.</summary>
    public StorageResponse Answer(Func<T, StorageResponse> write) => Error is { } error ? error : write(Value!);

    /// <summary>Goes on with what was given, or answers with the error.</summary>
    public Task<StorageResponse> AnswerAsync(Func<T, Task<StorageResponse>> goOn) =>
        Error is { } error ? Task.FromResult<StorageResponse>(error) : goOn(Value!);
}
