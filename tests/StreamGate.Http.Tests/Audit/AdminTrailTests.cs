using Microsoft.Data.Sqlite;
using StreamGate.Data.Audit;

namespace StreamGate.Http.Tests.Audit;

/// <summary>What admins do leaves a row; no row holds a code.</summary>
public sealed class AdminTrailTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task Every_change_of_an_event_leaves_a_row()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        var path = $"/api/admin/events/{ticket.Event}";
        await admin.SendAsync(HttpMethod.Put, path, admin.EventBody());
        foreach (var change in new[] { "deactivate", "reactivate", "archive", "unarchive" })
        {
            await admin.PatchAsync($"{path}/{change}");
        }

        await admin.GetAsync($"{path}/tokens/export");
        await admin.RevokeAsync(ticket);
        await admin.UnrevokeAsync(ticket);
        await admin.SendAsync(HttpMethod.Delete, path, null, ("X-Confirm-Delete", "A concert"));

        string[] actions =
        [
            AuditActions.EventCreated, AuditActions.TicketsIssued, AuditActions.EventUpdated, AuditActions.EventDeactivated, AuditActions.EventReactivated,
            AuditActions.EventArchived, AuditActions.EventUnarchived, AuditActions.TicketsExported, AuditActions.TicketRevoked, AuditActions.TicketUnrevoked,
            AuditActions.EventDeleted,
        ];
        foreach (var action in actions)
        {
            var line = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, action));
            Assert.Equal((action, "ok", StreamGate.Contracts.Ids.Caller.Admin(admin.Caller.Ip), gate.Now), (line.Action, line.Outcome, line.Caller, line.At));
        }
    }

    [Fact]
    public async Task A_bulk_revocation_leaves_a_row_for_each_ticket()
    {
        var admin = await gate.AdminAsync();
        var tickets = await admin.NewTicketsAsync(await admin.NewEventAsync(), 30);

        await admin.SendAsync(HttpMethod.Post, "/api/admin/tokens/bulk-revoke", new { tokenIds = tickets.Select(ticket => ticket.Id) });

        var lines = await Trail.OfEventAsync(gate, tickets[0].Event, AuditActions.TicketRevoked);
        Assert.Equal(tickets.Select(ticket => ticket.Id).Order(StringComparer.Ordinal), lines.Select(line => line.TicketId.ToString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Signing_in_failing_to_and_signing_out_leave_rows()
    {
        var caller = gate.NewCaller();
        await caller.PostAsync("/api/admin/login", new { password = "wrong" });
        var admin = new Fixture.Admin(gate, caller);
        await admin.SignInAsync();
        await admin.SendAsync(HttpMethod.Post, "/api/admin/logout");

        var logins = (await Trail.ReadAsync(gate, new AuditFilter(), AuditActions.AdminLogin)).Where(line => line.Caller.Ip == caller.Ip);
        Assert.Equal(["denied", "ok"], logins.Select(line => line.Outcome));
        Assert.Single(await Trail.ReadAsync(gate, new AuditFilter(), AuditActions.AdminLogout), line => line.Caller == StreamGate.Contracts.Ids.Caller.Admin(caller.Ip));
    }

    [Fact]
    public async Task No_column_of_any_row_holds_a_code_a_token_or_a_password()
    {
        var admin = await gate.AdminAsync();
        var tickets = await admin.NewTicketsAsync(await admin.NewEventAsync(), 3);
        var watching = await gate.NewCaller().WatchAsync(tickets[0].Code);
        await watching.RefreshAsync();
        await watching.ReleaseAsync();
        await gate.NewCaller().ValidateAsync(tickets[0].Code + "x");
        await admin.RevokeAsync(tickets[1]);
        await gate.NewCaller().ValidateAsync(tickets[1].Code);
        await gate.NewCaller().PostAsync("/api/admin/login", new { password = "a wrong guess" });
        string[] secrets = [.. tickets.Select(ticket => ticket.Code), watching.Token, Gate.Password, "a wrong guess", Gate.InternalKey, Gate.SigningSecret];

        var cells = await CellsAsync();

        Assert.True(cells.Count > 50);
        Assert.DoesNotContain(cells, cell => secrets.Any(secret => cell.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<List<string>> CellsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(gate.Folder, "streamgate.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM audit_log";
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new List<string>();
        while (await reader.ReadAsync())
        {
            cells.AddRange(Enumerable.Range(0, reader.FieldCount).Where(column => !reader.IsDBNull(column)).Select(reader.GetString));
        }

        return cells;
    }
}
