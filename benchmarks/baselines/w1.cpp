// W1 in plain C++: four independent regions of 1,000 motor neurons, constant rates, weekly steps to 60 months.
// What a careful programmer writes first: the standard library's generator and binomial distribution, one patient after another.
#include <cmath>
#include <random>

#include "timing.h"

namespace {

constexpr int regions = 4;
constexpr int neurons = 1000;
constexpr int steps = 261;
constexpr double stepMonths = 7 / 30.4375;

double probability(double ratePerMonth) { return 1 - std::exp(-ratePerMonth * stepMonths); }

int draw(int count, double chance, std::mt19937_64& random) { return std::binomial_distribution<int>(count, chance)(random); }

void simulate(unsigned seed, int patients, Totals& totals) {
    const double stress = probability(0.08);
    const double recovery = probability(0.02);
    const double death = probability(0.06);
    std::mt19937_64 random(seed);
    for (int patient = 0; patient < patients; patient++) {
        int healthy[regions];
        int stressed[regions] = {};
        int lost[regions] = {};
        std::fill_n(healthy, regions, neurons);
        for (int step = 0; step < steps; step++) {
            for (int r = 0; r < regions; r++) {
                const int falling = draw(healthy[r], stress, random);
                const int dying = draw(stressed[r], death, random);
                const int recovering = draw(stressed[r] - dying, recovery, random);
                healthy[r] += recovering - falling;
                stressed[r] += falling - dying - recovering;
                lost[r] += dying;
            }
        }

        for (int r = 0; r < regions; r++) {
            totals.stressed += stressed[r];
            totals.lost += lost[r];
        }

        totals.alive += 1;
    }
}

}  // namespace

int main(int argc, char** argv) { return report("W1", argc, argv, simulate); }
