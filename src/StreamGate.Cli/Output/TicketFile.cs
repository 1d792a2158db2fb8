using System.Globalization;
using CsvHelper;
using StreamGate.Cli.Admin;

namespace StreamGate.Cli.Output;

/// <summary>
/// Codes as CSV (RFC 4180), in a file that only its owner can read, or on standard output. Codes open the event for whoever
/// has them, and they are written as soon as they exist: a later failure loses none.
/// </summary>
public sealed class TicketFile : IAsyncDisposable
{
    // RFC 4180; a label that starts with '=' stays text in a spreadsheet.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape };

    private readonly string? _path;
    private readonly CsvWriter _csv;
    private int _written;

    private TicketFile(string? path, TextWriter writer, bool leaveOpen)
    {
        _path = path;
        _csv = CsvWriter.Create(writer, Format, leaveOpen);
    }

    /// <summary>Opens a file that must not exist yet, or standard output when <paramref name="path"/> is null.</summary>
    public static TicketFile Open(string? path, CliContext context)
    {
        var file = path is null
            ? new TicketFile(null, context.Out, leaveOpen: true)
            : new TicketFile(path, new StreamWriter(CreatePrivate(path)), leaveOpen: false);
        file._csv.WriteHeader("Code", "Label", "Expires At", "Id");
        return file;
    }

    public async Task AddAsync(IEnumerable<NewTicket> tickets, CancellationToken cancel)
    {
        foreach (var ticket in tickets)
        {
            var expires = ticket.ExpiresAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            await _csv.WriteRecordAsync([ticket.Code, ticket.Label, expires, ticket.Id], cancel);
            _written++;
        }

        await _csv.FlushAsync(cancel);
    }

    /// <summary>Closes the file; one without a code is taken away again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        if (_path is not null && _written == 0)
        {
            File.Delete(_path);
        }
    }

    private static FileStream CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            throw new CliException(ExitCodes.Usage, $"{path} exists already; choose another name or move it away.", failure);
        }
    }
}
