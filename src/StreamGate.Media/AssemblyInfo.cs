using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("StreamGate.Media.Tests")]
