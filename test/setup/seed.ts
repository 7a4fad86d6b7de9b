// Laws are tried on the same cases every time, so that a run that fails was made to fail by a change. Another seed, or
// many more runs, are asked for by LOOPSHEET_SEED and LOOPSHEET_RUNS.

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['LOOPSHEET_SEED'] ?? 59_040) });
