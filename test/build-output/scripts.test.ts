import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { built, FOLDERS, filesIn } from './folders.ts'

/** Code made from strings or loaded from elsewhere. The stores allow neither. */
const FOREIGN: Record<string, RegExp> = {
  eval: /\beval\s*\(/,
  'new Function': /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/,
  'a timer with text': /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
  importScripts: /\bimportScripts\b/,
  'an import from elsewhere': /\bimport\s*\(?\s*["'`](?:https?:|data:|blob:|\/\/)|\bfrom\s*["'`]https?:/,
  'a script element': /createElement(?:NS)?\s*\([^)]*["'`]script["'`]/,
  WebAssembly: /\bWebAssembly\b/,
}

describe.each(FOLDERS)('the built extension %s', (folder) => {
  const files = filesIn(built(folder))

  test('contains all the code it runs', () => {
    const scripts = files.filter((file) => /\.m?js$/.test(file))
    expect(scripts.length).toBeGreaterThan(3)
    const found = scripts.flatMap((file) =>
      foreign(readFileSync(file, 'utf8')).map((what) => `${relative(built(folder), file)}: ${what}`),
    )
    expect(found).toEqual([])
  })

  test('puts the verifier into evidence files without its types', () => {
    const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'))
    const [script, ...others] = scripts.filter((text) => text.includes('async function checkSignature('))
    expect(others, 'of both kinds of files').toEqual([])
    expect(script).not.toMatch(/@(?:param|returns|type|import)\b/)
  })

  test('has pages that load only their own scripts and styles', () => {
    const pages = files.filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(foreignInPage(readFileSync(page, 'utf8')), page).toEqual([])
  })
})

test.each([
  ['eval', 'a=eval("1")'],
  ['new Function', 'new Function("return 1")'],
  ['new Function', 'x=Function("return this")()'],
  ['a timer with text', 'setTimeout("go()",1)'],
  ['importScripts', 'importScripts("a.js")'],
  ['an import from elsewhere', 'await import("https://x.example/a.js")'],
  ['an import from elsewhere', 'import{a}from"https://x.example/a.js"'],
  ['a script element', 'document.createElement("script")'],
])('the check detects %s', (what, script) => {
  expect(foreign(script)).toEqual([what])
})

test('the check of pages detects inline and foreign scripts', () => {
  expect(foreignInPage('<script>go()</script>')).toHaveLength(1)
  expect(foreignInPage('<script src="https://x.example/a.js"></script>')).toHaveLength(1)
  expect(foreignInPage('<p onclick="go()">')).toHaveLength(1)
  expect(foreignInPage('<script type="module" src="/chunks/a.js"></script>')).toEqual([])
})

function foreign(script: string): string[] {
  return Object.keys(FOREIGN).filter((what) => FOREIGN[what]?.test(script))
}

function foreignInPage(html: string): string[] {
  return [
    ...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/g),
    ...html.matchAll(/<(?:script|link|iframe|img)\b[^>]*\b(?:src|href)="(?:\w+:|\/\/)[^>]*>/g),
    ...html.matchAll(/<[^>]*\son\w+=[^>]*>/g),
  ].map(([tag]) => tag)
}
