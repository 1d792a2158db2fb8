using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using StreamGate.Benchmarks.Load;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Segments;

/// <summary>nginx with <c>secure_link</c>: links with an expiry and a keyed hash, checked for every request; files go out by sendfile.</summary>
internal static class Nginx
{
    private const string Secret = "a benchmark's secret";

    private static readonly long Expires = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeSeconds();

    public static string? Program { get; } = Installed.Find("nginx");

    public static Task<Server> StartAsync(string program, string streams, string folder, CancellationToken cancel)
    {
        var port = Ports.Free();
        var configuration = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(configuration, Configuration(streams, folder, port));
        return Server.StartAsync(new ProcessStartInfo(program, ["-c", configuration, "-p", folder, "-e", Path.Combine(folder, "error.log")]), port, "ready", cancel);
    }

    /// <summary>The path with its proof.</summary>
    public static string Sign(string path)
    {
#pragma warning disable CA5351 // secure_link knows nothing but MD5.
        var hash = MD5.HashData(Encoding.UTF8.GetBytes($"{Expires}{path} {Secret}"));
#pragma warning restore CA5351
        return $"{path}?md5={Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_')}&expires={Expires}";
    }

    private static string Configuration(string streams, string folder, int port) => $$"""
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        daemon off;
        worker_processes 2;
        pid {{folder}}/nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          client_body_temp_path {{folder}}/body;
          proxy_temp_path {{folder}}/proxy;
          fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          scgi_temp_path {{folder}}/scgi;
          server {
            listen 127.0.0.1:{{port}};
            location = /ready { return 200; }
            location /streams/ {
              alias {{streams}}/;
              secure_link $arg_md5,$arg_expires;
              secure_link_md5 "$secure_link_expires$uri {{Secret}}";
              if ($secure_link = "") { return 403; }
              if ($secure_link = "0") { return 410; }
            }
          }
        }
        """;
}
