import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programOf, ROOT } from '../tools/paths.ts'
import { built, filesIn } from './folders.ts'

interface Finding {
  code: string
  message: string
  file?: string
  line?: number
  column?: number
}

const { errors, notices, warnings } = lint(built('firefox-mv3'))

test("the linter of Firefox's store reports no errors", () => {
  expect(errors).toEqual([])
  expect(notices).toEqual([])
})

test('the linter reports only the warnings we know', () => {
  for (const { code, file, message } of warnings) console.log(`${code} ${file}: ${message}`)
  expect(warnings.filter((warning) => !isKnown(warning))).toEqual([])
})

test('no view sets HTML from text', () => {
  const views = filesIn(join(ROOT, 'extension', 'src')).filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  expect(views.length).toBeGreaterThan(20)
  const setting = views.filter((file) =>
    /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  expect(setting).toEqual([])
})

test('an unknown finding is reported', () => {
  const { errors } = lint(join(ROOT, 'docs'))
  expect(errors).not.toEqual([])
  expect(isKnown({ code: 'DANGEROUS_EVAL', message: '' })).toBe(false)
})

/** A desktop extension: without `gecko_android` it does not claim to support Android, whatever the linter infers. */
function isKnown({ code, file, line, column }: Finding): boolean {
  if (code === 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION') return true
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !file || !line || !column) return false
  // Preact's own code for `dangerouslySetInnerHTML`, which is not used here.
  const text = readFileSync(join(built('firefox-mv3'), file), 'utf8').split('\n')[line - 1] ?? ''
  return /^\S{0,40}\.innerHTML=\w+\.__html/.test(text.slice(column - 1, column + 60))
}

function lint(folder: string): { errors: Finding[]; notices: Finding[]; warnings: Finding[] } {
  expect(readdirSync(folder).length).toBeGreaterThan(0)
  const linter = programOf('test', 'addons-linter', 'bin/addons-linter')
  const { stdout, stderr } = spawnSync(process.execPath, [linter, folder, '--output', 'json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!stdout) throw new Error(`the linter said nothing: ${stderr}`)
  return JSON.parse(stdout)
}
