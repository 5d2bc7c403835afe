import { parseArgs } from 'node:util'
import { type Doctor, PATHS } from '@find-on-1688/shared'
import { askWorker, OPERATOR_OPTIONS, operatorOf } from './operator.ts'
import { showFindings } from './show-findings.ts'

const { values } = parseArgs({ options: OPERATOR_OPTIONS })
const findings = await askWorker<Doctor>(operatorOf(values), PATHS.adminDoctor)
showFindings(findings)
process.exitCode = findings.status === 'ok' ? 0 : 1
