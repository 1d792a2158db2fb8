namespace StreamGate.Data.Tests.Durability;

/// <summary>Writes tickets and audit entries until it is killed, or has written its fill should nobody kill it, and prints each ticket's id once its write was acknowledged.</summary>
internal static class Hammer
{
    private const int Writers = 32;
    private const int TicketsEach = 1000;

    public static async Task RunAsync(string folder)
    {
        var catalogue = await TestCatalogue.OpenAsync(folder);
        var id = (await catalogue.AddEventAsync()).Id;
        var output = Console.Out;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < TicketsEach; i++)
            {
                var ticket = await catalogue.AddTicketAsync(id);
                lock (output)
                {
                    output.WriteLine(ticket.Id);
                }
            }
        })));
    }
}
