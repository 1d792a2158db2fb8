using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace StreamGate.Cli.Output;

/// <summary>Prints a list answer of the admin API, as a table for people or as it came for programs.</summary>
public static class TableWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Wide enough that a pipe gets one row a line.
    private const int Width = 240;

    /// <param name="columns">A heading, and the JSON name of the field below it.</param>
    public static void WriteList(CliContext context, JsonElement answer, bool json, params ReadOnlySpan<(string Heading, string Field)> columns)
    {
        if (json)
        {
            WriteJson(context, answer);
            return;
        }

        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("data", out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            throw new CliException(ExitCodes.Failed, "The gateway's answer is not a list; are the gateway and this command of one version?");
        }

        var table = new Table().Border(TableBorder.Minimal);
        foreach (var (heading, _) in columns)
        {
            table.AddColumn(new TableColumn(heading).NoWrap());
        }

        foreach (var row in rows.EnumerateArray())
        {
            var cells = new List<string>();
            foreach (var (_, field) in columns)
            {
                cells.Add(Markup.Escape(Plain.Line(Cell(row, field))));
            }

            table.AddRow([.. cells]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Out), Ansi = AnsiSupport.No });
        console.Profile.Width = Width;
        console.Write(table);
        context.Out.WriteLine(Footer(answer, rows.GetArrayLength()));
    }

    public static void WriteJson<T>(CliContext context, T value) =>
        context.Out.WriteLine(JsonSerializer.Serialize(value, Indented));

    private static string Cell(JsonElement row, string field) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : string.Empty;

    private static string Footer(JsonElement answer, int shown) =>
        answer.TryGetProperty("total", out var total) && total.TryGetInt32(out var all)
            ? string.Create(CultureInfo.InvariantCulture, $"{shown} of {all}")
            : string.Create(CultureInfo.InvariantCulture, $"{shown}");
}
