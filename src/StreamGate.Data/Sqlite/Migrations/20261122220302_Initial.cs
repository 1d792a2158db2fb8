using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StreamGate.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    caller = table.Column<string>(type: "TEXT", nullable: false),
                    ip = table.Column<string>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: true),
                    ticket_id = table.Column<string>(type: "TEXT", nullable: true),
                    ticket_hash = table.Column<string>(type: "TEXT", nullable: true),
                    session_id = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deleted_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    access_ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    token_codes = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deleted_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    access_window_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    poster_url = table.Column<string>(type: "TEXT", nullable: true),
                    devices_per_ticket = table.Column<int>(type: "INTEGER", nullable: false),
                    on_extra_device = table.Column<int>(type: "INTEGER", nullable: false),
                    deactivated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    archived_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    redeemed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    redeemed_ip = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    leases = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_tokens", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_tokens_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_code",
                table: "access_tokens",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_code_hash",
                table: "access_tokens",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_newest",
                table: "access_tokens",
                columns: new[] { "created_at", "id", "event_id", "revoked_at", "redeemed_at", "code", "label" });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_of_event",
                table: "access_tokens",
                columns: new[] { "event_id", "created_at", "id", "revoked_at", "redeemed_at", "code", "label" });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_revoked",
                table: "access_tokens",
                column: "revoked_at",
                filter: "revoked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_status",
                table: "access_tokens",
                columns: new[] { "event_id", "revoked_at", "redeemed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_at",
                table: "audit_log",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_event_id_id",
                table: "audit_log",
                columns: new[] { "event_id", "id" },
                filter: "event_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_ticket_hash_id",
                table: "audit_log",
                columns: new[] { "ticket_hash", "id" },
                filter: "ticket_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_ticket_id_id",
                table: "audit_log",
                columns: new[] { "ticket_id", "id" },
                filter: "ticket_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deleted_events_deleted_at",
                table: "deleted_events",
                column: "deleted_at");

            migrationBuilder.CreateIndex(
                name: "ix_events_starts_at",
                table: "events",
                column: "starts_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "deleted_events");

            migrationBuilder.DropTable(
                name: "events");
        }
    }
}
