import { describe, expect, test } from 'vitest'
import { offerWith } from '../testing/offers.ts'
import { buildEvidenceFile, checkEvidence } from './evidence-file.ts'
import { checkFile, readFile } from './testing/read-file.ts'
import { newKey, signedAnswer, signedInput } from './testing/signed-input.ts'

const key = await newKey()
const input = await signedInput(key)
const good = await buildEvidenceFile(input)

describe('an evidence file', () => {
  test('contains its input, and verifies', async () => {
    const { words, ...data } = readFile(good).data
    expect(data).toEqual(input)
    expect(words.title).toBe('Evidence of a search on 1688')
    expect(await checkFile(good)).toMatchObject({
      state: 'holds',
      answers: [
        {
          state: 'holds',
          signature: 'holds',
          offers: 'holds',
          picture: 'holds',
          query: 'holds',
          signed: { iat: 1_795_518_400, searchId: '5b1c-1' },
        },
      ],
      changed: [],
    })
  })

  test('has its check result known before it is saved', async () => {
    expect(await checkEvidence(input)).toEqual(await checkFile(good))
  })

  test('contains no markup but its own, whatever offers, page and verdicts say', () => {
    expect(
      good.match(/<\/?\w+/g)?.filter((tag) => /script|img|iframe|object|link|base|b$/.test(tag)),
    ).toEqual(['<script', '</script', '<script', '</script', '<script', '</script'])
    expect(good).not.toMatch(/<!--|[\u2028\u2029]/)
    expect(readFile(good).frame.script).not.toMatch(/<\/script|<!--/i)
  })

  test('has a script whose parts do not use the same names', () => {
    const names: string[] =
      readFile(good).frame.script.match(/^(?:(?:async )?function|const|let) \w+/gm) ?? []
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('allows its own script and style, by hash, and loads nothing', async () => {
    const { policy, script, style } = readFile(good).frame
    expect(policy).toBe(
      `default-src 'none'; script-src ${await source(script)}; style-src ${await source(style)}; ` +
        "img-src data:; base-uri 'none'; form-action 'none'",
    )
    const ownText = good.replace(readFile(good).frame.data, '')
    expect(ownText).not.toMatch(/https?:\/\//)
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch\(|import\s*\(|^import /m,
    )
  })

  test('rejects search pictures that are not data: URLs, and drops such offer pictures', async () => {
    await expect(buildEvidenceFile({ ...input, sent: 'https://img.example/1.jpg' })).rejects.toThrow(
      TypeError,
    )
    const found = { ...input.found, picture: 'https://img.example/1.jpg' }
    await expect(buildEvidenceFile({ ...input, found })).rejects.toThrow(TypeError)
    const file = await buildEvidenceFile({
      ...input,
      offerPictures: { 42: 'https://img.example/1.jpg', 7: input.sent },
    })
    expect(readFile(file).data.offerPictures).toEqual({})
  })

  test('omits page and time unless the user agreed', async () => {
    const file = await buildEvidenceFile({ ...input, page: null, foundAt: null })
    expect(file).not.toMatch(/shop\.example|2026-11-24T/)
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })

  test('keeps unknown fields of a newer worker, because they were signed too', async () => {
    const offers = [{ ...offerWith(), madeOf: 'canvas' }]
    const file = await buildEvidenceFile({ ...input, answers: [await signedAnswer(key, { offers })] })
    expect(readFile(file).data.answers[0]?.offers).toEqual(offers)
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })

  test('can be in Chinese', async () => {
    const file = await buildEvidenceFile({ ...input, language: 'zh' })
    expect(file).toContain('<html lang="zh-CN">')
    expect(readFile(file).data.words.notProvesList.law).toBe('任何法律结论：本文件不构成法律意见。')
    expect(await checkFile(file)).toMatchObject({ state: 'holds' })
  })
})

async function source(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}
