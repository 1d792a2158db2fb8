namespace StreamGate.Data.Storage;

/// <summary>The catalogue cannot be used, and nothing of it was changed. The message is for the operator: what is wrong and what to do.</summary>
public sealed class CatalogueUnusableException(string message, Exception? inner = null) : Exception(message, inner);
