namespace ProgressionSim.Statistics.Survival;

/// <summary>Log of a product, taking logarithms only when the product nears the limits of a double.</summary>
internal struct LogProduct
{
    private double _log;
    private double _product;

    public LogProduct()
    {
        _log = 0;
        _product = 1;
    }

    public readonly double Value => _log + Math.Log(_product);

    public void Multiply(double factor)
    {
        var product = _product * factor;
        if (product is > 1e-200 and < 1e200)
        {
            _product = product;
        }
        else
        {
            _log += Math.Log(_product) + Math.Log(factor);
            _product = 1;
        }
    }
}
