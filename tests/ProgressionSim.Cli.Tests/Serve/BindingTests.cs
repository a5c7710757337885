using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>The server listens on 127.0.0.1 and nowhere else. Exact.</summary>
public sealed class BindingTests(ServedPage page) : IClassFixture<ServedPage>
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_system_knows_one_listener_of_the_port() =>
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, page.Port)], IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(each => each.Port == page.Port));

    [Fact]
    [Trait("Evidence", "Exact")]
    public async Task Every_other_address_of_the_machine_refuses()
    {
        using (var own = new TcpClient())
        {
            await own.ConnectAsync(IPAddress.Loopback, page.Port);
        }

        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(each => each.GetIPProperties().UnicastAddresses)
            .Select(each => each.Address)
            .Where(address => !address.Equals(IPAddress.Loopback))
            .Append(IPAddress.IPv6Loopback);
        foreach (var address in others)
        {
            using var client = new TcpClient(address.AddressFamily);
            await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(address, page.Port));
        }
    }
}
