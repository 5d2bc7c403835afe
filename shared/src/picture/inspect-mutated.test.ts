import { expect, test } from 'vitest'
import { inspectPicture } from './inspect.ts'

const HEADERS = [
  'ffd8ffe000040102ffe100040000ffc00011080258032003011100021101031101ffda',
  '89504e470d0a1a0a0000000d49484452000003200000025808060000005a0a0b0c',
  '474946383961200358020000002c',
  '47494638396100000000800000000000ffffff21f90405000000002c00000000f000a00000',
  '0000001c667479706d69663100000000617669666d69616600000000000000146973706500000000000000500000003c',
  '52494646ffff000057454250565038580a000000000000001f0300570200',
  '52494646ffff0000574542505650384c0a0000002f1fc39500',
  '52494646ffff000057454250565038200a0000000000009d012a20035802',
  '0000001466747970617669660000000000000000000000146973706500000000000000500000003c',
].map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

/** Seeded, so that a failure can be reproduced (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function mutate(header: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit)
  const bytes = Uint8Array.from([...header, ...header.subarray(0, below(header.length))])
  for (let edits = below(6); edits > 0; edits--) {
    const hostile = [0, 1, 0x7f, 0x80, 0xc0, 0xd8, 0xda, 0xff][below(8)] ?? 0
    bytes[below(bytes.length)] = random() < 0.5 ? hostile : below(256)
  }
  return bytes.subarray(0, random() < 0.3 ? below(bytes.length + 1) : bytes.length)
}

test('every header of the corpus is readable before it is mutated', () => {
  for (const header of HEADERS) expect(inspectPicture(header)).toBeDefined()
})

test('100,000 mutated headers never throw and never give a size of zero', () => {
  const random = randomFrom(1688)
  let [read, refused] = [0, 0]
  for (let round = 0; round < 100_000; round++) {
    const bytes = mutate(HEADERS[round % HEADERS.length] ?? new Uint8Array(), random)
    const header = inspectPicture(bytes)
    if (header === undefined) {
      refused++
      continue
    }
    read++
    const sound = [header.width, header.height].every((side) => Number.isSafeInteger(side) && side > 0)
    if (!sound) expect.fail(`round ${round}: ${JSON.stringify(header)} out of ${[...bytes]}`)
  }
  // If either were rare, the damage would be too small or too great to prove anything.
  expect(read).toBeGreaterThan(5000)
  expect(refused).toBeGreaterThan(5000)
})

test("the time is linear in the header's length: a megabyte of markers is read once", () => {
  const markers = new Uint8Array(1 << 20).fill(0xd0)
  for (let at = 0; at < markers.length; at += 2) markers[at] = 0xff
  markers.set([0xff, 0xd8, 0xff])
  let reads = 0
  const counted = new Proxy(markers, {
    get: (target, key) => {
      reads++
      return Reflect.get(target, key, target)
    },
  })
  expect(inspectPicture(counted)).toBeUndefined()
  expect(reads).toBeLessThan(4 * markers.length)
})
