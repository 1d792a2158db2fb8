namespace StreamGate.Data.Storage;

/// <summary>What a database needs before it can be used.</summary>
internal interface ICataloguePreparation
{
    /// <inheritdoc cref="CatalogueStartup.PrepareAsync"/>
    Task PrepareAsync(CancellationToken cancel);
}
