using System.Text;

namespace StreamGate.Gateway.Embedded;

/// <summary>What the terminal shows once the gate is open.</summary>
public static class FirstRunBanner
{
    /// <summary>The first time: everything that is needed to try it.</summary>
    public static string Of(FirstRunReport report, string file)
    {
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine("  StreamGate is open. This was its first run.")
            .AppendLine()
            .AppendLine($"  Address         {report.Address}")
            .AppendLine($"  Admin password  {report.AdminPassword ?? "the one whose hash you set"}")
            .AppendLine($"  Access codes    {string.Join("  ", report.Codes)}")
            .AppendLine();
        foreach (var made in report.Events)
        {
            text.AppendLine($"  {made.State,-9} {made.Title,-20} {made.Id}");
        }

        return text.AppendLine().AppendLine($"  The same is in {file}").ToString();
    }

    /// <summary>The admin password had to be drawn again.</summary>
    public static string NewPassword(string file) =>
        $"  A new admin password was drawn. Read it in {file}, then delete that file.{Environment.NewLine}";

    /// <summary>Every other time.</summary>
    public static string Of(string address, string file) =>
        File.Exists(file)
            ? $"{Environment.NewLine}  StreamGate is open at {address}. Its first run is told in {file}{Environment.NewLine}"
            : $"{Environment.NewLine}  StreamGate is open at {address}{Environment.NewLine}";
}
