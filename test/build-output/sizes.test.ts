import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { built, FOLDERS, filesIn } from './folders.ts'

const figures: string[] = []
const TEXTS = /[\\/](en|zh)-/
afterAll(() => console.log(figures.join('\n')))

describe.each(FOLDERS)('the built extension %s', (folder) => {
  test('has a popup that begins with at most 90 kB of scripts, besides its texts', async () => {
    const { atOnce, later } = await scriptsOf(join(built(folder), 'popup.html'))
    const bytes = total(atOnce)
    const texts = later.filter((file) => TEXTS.test(file) && file.includes('en-'))
    figures.push(
      `${folder}: popup's scripts ${kB(bytes)} of 90 kB (${atOnce.length} files), with its texts ${kB(bytes + total(texts))}, all it may load ${kB(bytes + total(later))}`,
    )
    for (const script of atOnce.filter((file) => statSync(file).size > 3000))
      figures.push(`  ${relative(built(folder), script)} ${kB(statSync(script).size)}`)
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThanOrEqual(90_000)
  })

  test('is at most 2 MB', () => {
    const bytes = total(filesIn(built(folder)))
    figures.push(`${folder}: the whole folder ${kB(bytes)} of 2 MB`)
    expect(bytes).toBeLessThanOrEqual(2_000_000)
  })
})

/**
 * The scripts that a page begins with: those it names, what these ask for as they start, and all that those import; and
 * what any of them may load later with `import()`.
 */
async function scriptsOf(page: string): Promise<{ atOnce: string[]; later: string[] }> {
  const folder = dirname(page)
  const html = readFileSync(page, 'utf8')
  const entryPoints = [...html.matchAll(/<script\b[^>]*\bsrc="\/?([^"]+)"/g)].map(([, src]) => `${src}`)
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: entryPoints.map((src) => `./${src}`),
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'none',
    logLevel: 'silent',
  })
  const atOnce = new Set<string>()
  const follow = (file: string) => {
    if (atOnce.has(file)) return
    atOnce.add(file)
    for (const { path, kind } of metafile.inputs[file]?.imports ?? [])
      if (kind === 'import-statement') follow(path)
  }
  for (const src of entryPoints) {
    follow(src)
    // A page that starts with import() begins with that, too; of the texts it takes one language.
    for (const { path, kind } of metafile.inputs[src]?.imports ?? [])
      if (kind === 'dynamic-import' && !TEXTS.test(path)) follow(path)
  }
  const later = Object.keys(metafile.inputs).filter((file) => !atOnce.has(file))
  const pathOf = (file: string) => join(folder, file)
  return { atOnce: [...atOnce].map(pathOf), later: later.map(pathOf) }
}

function total(files: string[]): number {
  return files.reduce((bytes, file) => bytes + statSync(file).size, 0)
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
