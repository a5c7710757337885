// Where things are in the source tree, and the program on the command line.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The published page. */
export const pageFolder = `${root}src/ProgressionSim.Web/bin/Release/net10.0/publish/wwwroot`;

/** The program, for `dotnet`. */
export const program = `${root}src/ProgressionSim.Cli/bin/Release/net10.0/progsim.dll`;

/** Runs the program; gives what it wrote, or rejects when its exit code is not 0. */
export const progsim = (...words) => promisify(execFile)('dotnet', [program, ...words], { maxBuffer: 2 ** 24 });
