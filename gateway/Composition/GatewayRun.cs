namespace StreamGate.Gateway.Composition;

/// <summary>The life of the process once it is composed.</summary>
public static class GatewayRun
{
    /// <summary>
    /// Starts, and runs until it is told to stop, which may also be while it starts. Unlike <c>RunAsync</c> it stops what had started
    /// before something else failed; the failure then leaves.
    /// </summary>
    public static async Task RunUntilStoppedAsync(this WebApplication app)
    {
        await using var ended = app;
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await StopWhatStartedAsync(app);
            return;
        }
        catch
        {
            await StopWhatStartedAsync(app);
            throw;
        }

        await app.WaitForShutdownAsync();
    }

    private static async Task StopWhatStartedAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception)
        {
            // The host stops the others all the same. A silo complains here when it never came to start, which is no news.
        }
    }
}
