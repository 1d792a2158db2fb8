namespace StreamGate.Gateway.Endpoints.Tickets;

/// <param name="Code">The ticket's code as its holder typed it: letters and digits, spaces around it do no harm.</param>
public sealed record ValidateRequest(string? Code);
