using StreamGate.Gateway.Composition;
using StreamGate.Gateway.Embedded;
using StreamGate.Hosting.Configuration;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddStreamGate();
    builder.Logging.AddGatewayLogging();
    builder.WebHost.UseGatewayKestrel();

    var data = DataFolder.Open(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddStreamGateOptions(data);
    builder.Services.AddGateway(data);
    builder.AddEmbeddedHost(data);

    var app = builder.Build();
    app.ProvePortFree();
    await app.PrepareEmbeddedHostAsync();
    app.UseGateway();
    app.MapGateway();
    await app.RunUntilStoppedAsync();
    return 0;
}
catch (Exception e) when (StartupFailure.Explain(e) is { } paragraph)
{
    await Console.Error.WriteLineAsync(paragraph);
    return 1;
}
