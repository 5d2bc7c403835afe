import { expect, test, vi } from 'vitest'
import { geckoId, refusalOf } from './gecko-id.ts'
import { packForStores } from './pack-for-stores.ts'

const EXAMPLE = 'find-on-1688@find-on-1688.example'

test.each(['find-on-1688@acme.com', '@acme', '{5e0b2c1a-0d3f-4b6e-9a77-0c5a1f2b3c4d}'])(
  '%s may be uploaded',
  (id) => {
    expect(refusalOf(id)).toBeUndefined()
  },
)

test.each([
  EXAMPLE,
  'find-on-1688@ACME.EXAMPLE',
  'find-on-1688',
  'find on 1688@acme.com',
  '{5e0b2c1a}',
  `${'a'.repeat(80)}@acme.com`,
  '',
  undefined,
])('%s may not, and what to set is said', (id) => {
  expect(refusalOf(id)).toContain('Set "geckoId" in package.json')
})

test('the id is the one in package.json', () => {
  expect(geckoId()).toMatch(/@/)
})

test('nothing is packed for the stores with the example id', async () => {
  const pack = vi.fn()
  await expect(packForStores({ local: false }, { id: EXAMPLE, pack })).rejects.toThrow('"geckoId"')
  expect(pack).not.toHaveBeenCalled()
})

test('nothing is packed for the stores with an address that is nobody’s', async () => {
  const pack = vi.fn()
  const home = 'https://github.com/YOUR-ACCOUNT/find-on-1688'
  await expect(packForStores({ local: false }, { id: 'a@b.c', home, pack })).rejects.toThrow('"homepage"')
  expect(pack).not.toHaveBeenCalled()
})

test('it can be packed to load it, in a folder of its own', async () => {
  const pack = vi.fn()
  await packForStores({ local: true }, { id: EXAMPLE, pack })
  await packForStores({ local: false }, { id: 'a@b.c', home: 'https://github.com/acme/find', pack })
  const [[local], [uploaded]] = pack.mock.calls as [[string], [string]]
  expect(local).not.toBe(uploaded)
})
