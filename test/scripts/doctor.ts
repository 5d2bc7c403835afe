import { parseArgs } from 'node:util'
import { OPERATOR_OPTIONS, operatorOf, orEnd } from './operator.ts'
import { showFindings } from './show-findings.ts'

const { values } = parseArgs({ options: OPERATOR_OPTIONS })
const findings = await orEnd(operatorOf(values).doctor())
showFindings(findings)
process.exitCode = findings.status === 'ok' ? 0 : 1
