import { stopProgramsOnSignals } from '../tools/run-program.ts'
import { isGood, runSteps, summary } from './step-runner.ts'
import {
  build,
  catalogue,
  installPackages,
  repositoryTests,
  staticChecks,
  stories,
  unitTests,
} from './steps.ts'

/** The quick part of `npm test`, to run while working. */
stopProgramsOnSignals()
const report = await runSteps([
  installPackages,
  ...staticChecks,
  ...unitTests('sampled'),
  repositoryTests,
  catalogue,
  build,
  stories('the main job in each browser', ['main-job']),
])
console.log(summary(report))
process.exit(isGood(report) ? 0 : 1)
