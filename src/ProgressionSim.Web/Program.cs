using ProgressionSim.Web;

ScenarioFiles.Unpack();
