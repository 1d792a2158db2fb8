using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace StreamGate.Data.Schema;

/// <summary>Names columns, keys and indexes as people write them in SQL: <c>CreatedAt</c> becomes <c>created_at</c>.</summary>
internal static partial class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var table in model.GetEntityTypes())
        {
            foreach (var property in table.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }

            foreach (var index in table.GetIndexes().Where(index => index.Name is null))
            {
                index.SetDatabaseName($"ix_{table.GetTableName()}_{string.Join('_', index.Properties.Select(column => Of(column.Name)))}");
            }
        }
    }

    public static string Of(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex WordStart();
}
