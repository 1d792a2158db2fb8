namespace StreamGate.Data.Storage;

/// <summary>Makes the catalogue ready, once, before anything else uses it.</summary>
public sealed class CatalogueStartup
{
    private readonly ICataloguePreparation _preparation;

    internal CatalogueStartup(ICataloguePreparation preparation) => _preparation = preparation;

    /// <summary>
    /// Creates what is missing and brings the schema up to date. Throws <see cref="CatalogueUnusableException"/>, having changed
    /// nothing, when what is there is damaged, belongs to a newer program, or can't be written.
    /// </summary>
    public Task PrepareAsync(CancellationToken cancel = default) => _preparation.PrepareAsync(cancel);
}
