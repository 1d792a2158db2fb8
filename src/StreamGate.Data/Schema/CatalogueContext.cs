using Microsoft.EntityFrameworkCore;

namespace StreamGate.Data.Schema;

/// <summary>
/// The catalogue's schema, from which migrations are made. Statements are written by hand against it: times are Unix milliseconds
/// UTC, ids are UUIDs with dashes, so that SQLite and PostgreSQL compare, index and store them alike.
/// </summary>
internal sealed class CatalogueContext(DbContextOptions<CatalogueContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRecord>(row =>
        {
            row.ToTable("events");
            row.HasIndex(e => e.StartsAt);
        });
        modelBuilder.Entity<TicketRecord>(row =>
        {
            row.ToTable("access_tokens");
            row.HasIndex(t => t.Code).IsUnique();
            row.HasIndex(t => t.CodeHash).IsUnique();
            row.HasOne<EventRecord>().WithMany().HasForeignKey(t => t.EventId).OnDelete(DeleteBehavior.Cascade);

            // Lists walk one of these two from its newest end and find all that they filter by inside it.
            row.HasIndex(t => new { t.EventId, t.CreatedAt, t.Id, t.RevokedAt, t.RedeemedAt, t.Code, t.Label }, "ix_access_tokens_of_event");
            row.HasIndex(t => new { t.CreatedAt, t.Id, t.EventId, t.RevokedAt, t.RedeemedAt, t.Code, t.Label }, "ix_access_tokens_newest");

            // Counts by status need no more than this.
            row.HasIndex(t => new { t.EventId, t.RevokedAt, t.RedeemedAt }, "ix_access_tokens_status");
            row.HasIndex(t => t.RevokedAt, "ix_access_tokens_revoked").HasFilter("revoked_at IS NOT NULL");
        });
        modelBuilder.Entity<AuditRecord>(row =>
        {
            row.ToTable("audit_log");
            row.HasIndex(a => a.At);
            row.HasIndex(a => new { a.EventId, a.Id }).HasFilter("event_id IS NOT NULL");
            row.HasIndex(a => new { a.TicketId, a.Id }).HasFilter("ticket_id IS NOT NULL");
            row.HasIndex(a => new { a.TicketHash, a.Id }).HasFilter("ticket_hash IS NOT NULL");
        });
        modelBuilder.Entity<DeletedEventRecord>(row =>
        {
            row.ToTable("deleted_events");
            row.HasIndex(d => d.DeletedAt);
        });
        SnakeCase.Apply(modelBuilder.Model);
    }
}
