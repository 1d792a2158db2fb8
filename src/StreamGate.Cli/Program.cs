Console.WriteLine("streamgate");
