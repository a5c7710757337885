using System.Runtime.CompilerServices;

// Lane values on the stack are always written before they are read; clearing them first costs a few percent of a step.
// The stack arrays outside the lanes (GaussianCopula, ArmTally) are filled before they are read.
[module: SkipLocalsInit]

namespace ProgressionSim.Engine.Running;
