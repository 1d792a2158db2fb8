using Orleans.Runtime;

namespace StreamGate.Grains.Hosting;

/// <summary>Writes a grain's row so that memory never runs ahead of the database.</summary>
internal static class DurableState
{
    /// <summary>
    /// Makes <paramref name="next"/> the state once it is durable. When the write fails, nobody knows what the row holds now, so the
    /// activation is given up and the next call reads it afresh.
    /// </summary>
    public static async Task SaveAsync<T>(this IPersistentState<T> state, T next, IGrainContext context)
    {
        try
        {
            state.State = next;
            await state.WriteStateAsync();
        }
        catch (Exception failure)
        {
            context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, failure, "A write of the grain's row failed."));
            throw;
        }
    }
}
