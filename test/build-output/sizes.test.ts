import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { built, FOLDERS, filesIn } from './folders.ts'

const figures: string[] = []
const TEXTS = /[\\/](en|zh)-/
afterAll(() => console.log(figures.join('\n')))

/** Kilobytes of 1000 bytes. What is loaded on demand counts only in the whole. */
const BUDGETS = { popup: 90, background: 100, page: 60, listing: 80, products: 115, offers: 40, whole: 2000 }

describe.each(FOLDERS)('the built extension %s', (folder) => {
  const file = (name: string) => join(built(folder), name)

  test(`has a popup that begins with at most ${BUDGETS.popup} kB of scripts, besides its texts`, async () => {
    const { atOnce, later } = await scriptsOf(file('popup.html'))
    const texts = later.filter((path) => TEXTS.test(path) && path.includes('en-'))
    expectWithin('popup', folder, total(atOnce))
    figures.push(
      `  with its texts ${kB(total([...atOnce, ...texts]))}, with all that it may load ${kB(total([...atOnce, ...later]))}`,
    )
    for (const path of atOnce.filter((path) => statSync(path).size > 3000))
      figures.push(`  ${relative(built(folder), path)} ${kB(statSync(path).size)}`)
  })

  test(`has a background script of at most ${BUDGETS.background} kB`, () => {
    const { background } = JSON.parse(readFileSync(file('manifest.json'), 'utf8'))
    const names: string[] = background.scripts ?? [background.service_worker]
    expectWithin('background', folder, total(names.map(file)))
  })

  test(`has a page script of at most ${BUDGETS.page} kB, which every click waits for`, () => {
    expectWithin('page', folder, total([file('page.js')]))
  })

  test(`has a script that reads listings of at most ${BUDGETS.listing} kB, which no search waits for`, () => {
    expectWithin('listing', folder, total([file('listing.js')]))
  })

  test(`has a script that reads the products of a page of at most ${BUDGETS.products} kB, which only a list of them waits for`, () => {
    expectWithin('products', folder, total([file('products.js')]))
  })

  test(`has a script with the rows of offers of at most ${BUDGETS.offers} kB, which only results wait for`, () => {
    expectWithin(
      'offers',
      folder,
      total(filesIn(built(folder)).filter((path) => /[\\/]offers-[^\\/]*\.js$/.test(path))),
    )
  })

  test(`has at most ${BUDGETS.whole} kB`, () => {
    expectWithin('whole', folder, total(filesIn(built(folder))))
  })
})

function expectWithin(part: keyof typeof BUDGETS, folder: string, bytes: number): void {
  figures.push(`${folder}: ${part} ${kB(bytes)} of ${BUDGETS[part]} kB`)
  // Less would mean that the wrong files were measured.
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(BUDGETS[part] * 1000)
}

/**
 * The scripts a page loads first: those in its HTML, what these load on start, and everything they import. And the
 * scripts that any of them may load later with `import()`.
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
    // What a page loads on start with import() counts too. It loads the texts of one language.
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
