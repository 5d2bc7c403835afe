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
  ...unitTests('whole'),
  catalogue,
  build,
  ...integrationTests,
  builtFiles,
  stories('stories in the browsers'),
])
console.log(summary(report))
process.exit(isGood(report) ? 0 : 1)
