import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteInChinese } from '../../extension/src/i18n/zh/worker-notes.ts'

const WORKER = join(import.meta.dirname, '../../worker/src')

/** The notes in the worker's sources, with a number for each placeholder. */
function notesOfWorker(): string[] {
  const files = readdirSync(WORKER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(providers|routes)[\\/]/.test(file) && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const sources = files.map((file) => readFileSync(join(WORKER, file), 'utf8')).join('\n')
  const sentences = [
    ...sources.matchAll(/(?:const (?:ONE_KIND|LIMITED) =|notes\.push\(|notes: \[|\? \[)\s*(['`])(.+?)\1/gs),
  ]
  return sentences
    .map(([, , text = '']) => text.replace(/\$\{\w+\}/g, '7'))
    .filter((text) => text.includes(' '))
}

test('every note of the worker has a Chinese translation', () => {
  const notes = notesOfWorker()
  expect(notes.length).toBeGreaterThanOrEqual(9)
  for (const note of notes) expect(noteInChinese(note), note).toMatch(/^[^a-z]*$/)
})

test('a number in a note stays in its translation', () => {
  expect(noteInChinese('3 of the offers could not be read and are not shown.')).toContain('3')
})

test('an unknown note is shown unchanged', () => {
  expect(noteInChinese('Something new.')).toBe('Something new.')
})
