import type { Check, Doctor } from '@find-on-1688/shared'

const SIGNS = { ok: '✓', failed: '✗', skipped: '–' }

/** Prints what the doctor found, with what to do about each failure. */
export function showFindings(findings: Doctor): void {
  for (const check of findings.checks) show(check)
  for (const { app, checks, callsToday, setAside } of findings.apps) {
    console.log(`\napp key ${app}  ${callsToday} calls today${setAside ? `  suspended: ${setAside}` : ''}`)
    for (const check of checks) show(check)
  }
  console.log()
  if (findings.recommended === null) console.log('The app has access to no search API yet.')
  else if (findings.recommended === findings.provider)
    console.log(`PROVIDER ${findings.provider} is the right one.`)
  else console.log(`PROVIDER is ${findings.provider}; ${findings.recommended} is the right one.`)
}

function show({ name, status, detail, platformCode, remedy }: Check): void {
  console.log(`${SIGNS[status]} ${name.padEnd(19)} ${detail}${platformCode ? ` [${platformCode}]` : ''}`)
  if (remedy) console.log(`  ${' '.repeat(19)} ${remedy}`)
}
