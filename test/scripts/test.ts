import { stopProgramsOnSignals } from '../tools/run-program.ts'
import { isGood, runSteps, summary } from './step-runner.ts'
import {
  build,
  builtFiles,
  catalogue,
  installPackages,
  integrationTests,
  staticChecks,
  stories,
  unitTests,
} from './steps.ts'

stopProgramsOnSignals()
const report = await runSteps([
  installPackages,
  ...staticChecks,
  catalogue,
  // The longest, with the others beside them.
  ...integrationTests,
  ...unitTests('whole'),
  build,
  builtFiles,
  stories('stories in the browsers'),
])
console.log(summary(report))
process.exit(isGood(report) ? 0 : 1)
