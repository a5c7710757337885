Console.Error.WriteLine("progsim");
