namespace ProgressionSim.Statistics;

/// <summary>Roots of monotone functions on a bracket, to the last digits a double holds.</summary>
internal static class BracketedRoot
{
    /// <summary>The x at which a function that falls from above 0 to below 0 crosses 0; the nearer end of the bracket if it does not cross.</summary>
    /// <param name="falling">Function that does not rise.</param>
    /// <param name="low">Lower end of the bracket.</param>
    /// <param name="high">Upper end of the bracket.</param>
    /// <returns>The root, to about 1e-14 of the larger of itself and 1.</returns>
    /// <remarks>False position with the Illinois correction (Dowell and Jarratt, 1971), halving whenever three steps did not shrink the bracket
    /// eightfold.</remarks>
    public static double Find(Func<double, double> falling, double low, double high)
    {
        double atLow = falling(low), atHigh = falling(high);
        if (!(atLow > 0))
        {
            return low;
        }

        if (!(atHigh < 0))
        {
            return high;
        }

        var checkedWidth = high - low;
        var side = 0;
        for (var step = 0; step < 300; step++)
        {
            var width = high - low;
            if (width <= 1e-14 * Math.Max(1, Math.Abs(low) + Math.Abs(high)))
            {
                break;
            }

            var halve = step % 3 == 2 && width > checkedWidth / 8;
            checkedWidth = step % 3 == 2 ? width : checkedWidth;
            var x = halve || double.IsInfinity(atLow) || double.IsInfinity(atHigh) ? low + (width / 2) : low + (width * atLow / (atLow - atHigh));
            if (x <= low || x >= high)
            {
                x = low + (width / 2);
            }

            var value = falling(x);
            if (value == 0)
            {
                return x;
            }

            if (value > 0)
            {
                low = x;
                atLow = value;
                atHigh = side == 1 ? atHigh / 2 : atHigh;
                side = 1;
            }
            else
            {
                high = x;
                atHigh = value;
                atLow = side == -1 ? atLow / 2 : atLow;
                side = -1;
            }
        }

        return low + ((high - low) / 2);
    }

    /// <summary>As <see cref="Find"/>, with the upper end doubled until the function falls below 0.</summary>
    /// <param name="falling">Function that does not rise.</param>
    /// <param name="low">Lower end of the bracket, at least 0.</param>
    /// <param name="guess">First upper end; above the lower end and above 0.</param>
    /// <returns>The root; positive infinity when the function is still above 0 at 1e12 times the guess.</returns>
    public static double FindAbove(Func<double, double> falling, double low, double guess)
    {
        var high = guess;
        while (falling(high) > 0)
        {
            low = high;
            high *= 2;
            if (high > 1e12 * guess)
            {
                return double.PositiveInfinity;
            }
        }

        return Find(falling, low, high);
    }
}
