// W2 in plain C++: W1 with spread between regions, a focus, patients that differ, a weekly drug, compensation, neurofilament and a hazard of death.
// Nobody leaves: a patient who has died is simulated to the end like the others, so every patient costs the same.
#include <cmath>
#include <random>

#include "timing.h"

namespace {

constexpr int regions = 4;  // bulbar, cervical, respiratory, lumbosacral
constexpr int bulbar = 0;
constexpr int respiratory = 2;
constexpr double neurons = 1000;
constexpr int focus = 50;
constexpr int steps = 261;
constexpr double stepMonths = 7 / 30.4375;

constexpr double spread[regions][regions] = {
    {1.00, 0.35, 0.10, 0.15},
    {0.35, 1.00, 0.20, 0.30},
    {0.10, 0.20, 1.00, 0.30},
    {0.15, 0.30, 0.30, 1.00},
};

int draw(int count, double chance, std::mt19937_64& random) { return std::binomial_distribution<int>(count, chance)(random); }

// Two compartments as two exponentials: amplitudes at the start of a week, just after its dose.
struct Drug {
    double slow = 0;
    double fast = 0;

    double effectAfterDose() {
        slow = slow * std::exp(-0.3) + 1;
        fast = fast * std::exp(-1.5) + 1;
        const double concentration = slow - fast;
        return 0.5 * concentration / (2 + concentration);
    }
};

double hazardOfDeath(double respiratoryFunction) {
    const double floor = std::exp(-6.0);
    return stepMonths * (0.000013 + 0.00523157 * (std::exp(-6 * respiratoryFunction) - floor) / (1 - floor));
}

struct Patient {
    int healthy[regions];
    int stressed[regions] = {};
    int lost[regions] = {};
    double neurofilament = 0;
    bool alive = true;

    Patient() {
        std::fill_n(healthy, regions, static_cast<int>(neurons));
        healthy[bulbar] -= focus;
        stressed[bulbar] = focus;
    }
};

void live(Patient& patient, std::mt19937_64& random) {
    std::uniform_real_distribution<double> uniform(0, 1);
    const double stressRate = 0.08 * (0.8 + 0.4 * uniform(random));
    const double deathRate = 0.06 * (0.8 + 0.4 * uniform(random));
    const double recoveryRate = 0.02;
    const double threshold = -std::log(1 - uniform(random));
    double cumulativeHazard = 0;
    Drug drug;
    for (int step = 0; step < steps; step++) {
        const double effect = drug.effectAfterDose();
        const double stress = stressRate * stepMonths * (1 - effect);
        const double deathChance = 1 - std::exp(-deathRate * stepMonths * (1 - 0.5 * effect));
        const double recoveryChance = 1 - std::exp(-recoveryRate * stepMonths);

        double affected[regions];
        for (int r = 0; r < regions; r++) {
            affected[r] = 1 - patient.healthy[r] / neurons;
        }

        double stressHazard[regions];
        for (int r = 0; r < regions; r++) {
            double pressure = 0.3;
            for (int q = 0; q < regions; q++) {
                pressure += spread[r][q] * affected[q];
            }

            stressHazard[r] = stress * pressure;
        }

        int deaths = 0;
        double function[regions];
        for (int r = 0; r < regions; r++) {
            const int falling = draw(patient.healthy[r], 1 - std::exp(-stressHazard[r]), random);
            const int dying = draw(patient.stressed[r], deathChance, random);
            const int recovering = draw(patient.stressed[r] - dying, recoveryChance, random);
            patient.healthy[r] += recovering - falling;
            patient.stressed[r] += falling - dying - recovering;
            patient.lost[r] += dying;
            deaths += dying;
            const double capacity = (patient.healthy[r] + 0.7 * patient.stressed[r]) / neurons;
            function[r] = std::min(1.0, capacity * (1 + 0.9 * (1 - capacity)));
        }

        patient.neurofilament = 0.85 * patient.neurofilament + 0.02 * deaths;
        cumulativeHazard += hazardOfDeath(function[respiratory]);
        if (cumulativeHazard > threshold) {
            patient.alive = false;
        }
    }
}

void simulate(unsigned seed, int patients, Totals& totals) {
    std::mt19937_64 random(seed);
    for (int i = 0; i < patients; i++) {
        Patient patient;
        live(patient, random);
        for (int r = 0; r < regions; r++) {
            totals.stressed += patient.stressed[r];
            totals.lost += patient.lost[r];
        }

        totals.alive += patient.alive;
        totals.neurofilament += patient.neurofilament;
    }
}

}  // namespace

int main(int argc, char** argv) { return report("W2", argc, argv, simulate); }
