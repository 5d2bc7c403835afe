import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSbom } from '../scripts/write-sbom.ts'
import { ROOT } from '../tools/paths.ts'
import { built } from './folders.ts'

interface Component {
  'bom-ref': string
  group?: string
  name: string
  version: string
  licenses?: unknown[]
  externalReferences?: { hashes?: { alg: string; content: string }[] }[]
}

let folder: string
let text: string
let packages: Component[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sbom-'))
  text = readFileSync(await writeSbom(folder), 'utf8')
  const { components } = JSON.parse(text) as { components: Component[] }
  packages = components.filter(({ group }) => group !== '@find-on-1688')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('the bill of materials is CycloneDX, by the schema of its makers', async () => {
  expect(await faultsOf(text)).toBeNull()
})

test('the schema refuses what is not', async () => {
  const { components, ...document } = JSON.parse(text)
  const untyped = { ...document, components: components.map(({ type: _, ...one }: { type: string }) => one) }
  expect(await faultsOf(JSON.stringify(untyped))).not.toBeNull()
  expect(await faultsOf(JSON.stringify({ ...document, serialNumber: '1' }))).not.toBeNull()
})

test('it names every package that is in the extension or the worker, with a licence and a hash', () => {
  const notices = [built('chrome-mv3'), built('firefox-mv3'), join(ROOT, 'worker', 'dist')].map((path) =>
    readFileSync(join(path, 'THIRD-PARTY.txt'), 'utf8'),
  )
  const bundled = notices.flatMap((notice) =>
    [...notice.matchAll(/^-{78}\n(\S+ \S+) \(/gm)].map(([, one]) => one),
  )
  expect(bundled.length).toBeGreaterThan(5)
  const named = packages.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`)
  expect(bundled.filter((one) => !named.includes(`${one}`))).toEqual([])
  for (const { licenses, externalReferences, name } of packages) {
    expect(licenses, name).toHaveLength(1)
    expect(externalReferences?.[0]?.hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/)
  }
})

test('it names no tool', () => {
  const names = packages.map(({ name }) => name)
  for (const tool of ['vitest', 'wrangler', 'vite', 'terser', 'jose']) expect(names).not.toContain(tool)
})

/** What the schema finds wrong; `null` if nothing. */
function faultsOf(document: string): Promise<unknown> {
  return new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(document)
}
