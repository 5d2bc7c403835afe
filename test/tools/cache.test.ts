import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CACHE } from './paths.ts'

let home: string
let cachedFolder: typeof import('./cache.ts').cachedFolder

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cache-'))
  vi.stubEnv('XDG_CACHE_HOME', home)
  vi.resetModules()
  cachedFolder = (await import('./cache.ts')).cachedFolder
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true, force: true })
})

const recipe = (plan: string) => ({ files: [import.meta.filename], plan })
const write = (text: string) => (folder: string) => writeFile(join(folder, 'picture'), text)

describe('the cache of pictures', () => {
  test('runs a recipe once, and again if it changes', async () => {
    const make = vi.fn(write('one'))
    const first = await cachedFolder('pictures', recipe('a'), make)
    expect(await cachedFolder('pictures', recipe('a'), make)).toBe(first)
    expect(make).toHaveBeenCalledTimes(1)
    expect(await cachedFolder('pictures', recipe('b'), make)).not.toBe(first)
    expect(first.startsWith(home)).toBe(true)
  })

  test('gives two that start at once the same finished folder, and leaves nothing else', async () => {
    const folders = await Promise.all([
      cachedFolder('pictures', recipe('a'), write('one')),
      cachedFolder('pictures', recipe('a'), write('two')).catch(() =>
        cachedFolder('pictures', recipe('a'), write('three')),
      ),
    ])
    expect(folders[0]).toBe(folders[1])
    expect(await readdir(dirname(folders[0]))).toHaveLength(1)
  })

  test('keeps nothing of what failed half-way', async () => {
    const fail = async (folder: string) => {
      await write('half')(folder)
      throw new Error('no space')
    }
    await expect(cachedFolder('pictures', recipe('a'), fail)).rejects.toThrow('no space')
    expect(await readdir(join(home, 'find-on-1688'))).toEqual([])
  })

  test('is in the clone if the home cannot be written', async () => {
    // A file where the folder would be: even root cannot write below it.
    await writeFile(join(home, 'find-on-1688'), '')
    const folder = await cachedFolder('cache-test', recipe('a'), write('one'))
    expect(folder.startsWith(CACHE)).toBe(true)
    await rm(folder, { recursive: true })
  })
})
