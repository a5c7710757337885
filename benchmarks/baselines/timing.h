// CPU time of repeated runs and the one line that reports it.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

inline double cpuSeconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Sums over every patient of every repetition; they keep the compiler from dropping the work and show what was computed.
struct Totals {
    double stressed = 0;
    double lost = 0;
    double alive = 0;
    double neurofilament = 0;
};

// Runs `simulate(seed, patients, totals)` as often as the command line says and prints microseconds per patient: median, smallest and largest repetition.
template <class Simulate>
int report(const char* workload, int argc, char** argv, Simulate simulate) {
    const int patients = argc > 1 ? std::atoi(argv[1]) : 500;
    const int repetitions = argc > 2 ? std::atoi(argv[2]) : 7;
    if (patients < 1 || repetitions < 1) {
        std::fprintf(stderr, "usage: %s [patients] [repetitions]\n", argv[0]);
        return 2;
    }

    Totals totals;
    std::vector<double> times;
    for (int repetition = 1; repetition <= repetitions; repetition++) {
        const double start = cpuSeconds();
        simulate(static_cast<unsigned>(repetition), patients, totals);
        times.push_back((cpuSeconds() - start) / patients * 1e6);
    }

    std::sort(times.begin(), times.end());
    const double count = static_cast<double>(patients) * repetitions;
    std::printf("workload=%s microsecondsPerPatient=%.3f smallest=%.3f largest=%.3f patients=%d repetitions=%d stressedPerRegion=%.3f lostPerRegion=%.3f alive=%.4f neurofilament=%.3f\n",
                workload, times[times.size() / 2], times.front(), times.back(), patients, repetitions,
                totals.stressed / count / 4, totals.lost / count / 4, totals.alive / count, totals.neurofilament / count);
    return 0;
}
