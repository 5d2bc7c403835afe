import { expect, test } from 'vitest'
import { submissionOf } from './stores.ts'

const PACKED = { chrome: '/o/chrome.zip', firefox: '/o/firefox.zip', sources: '/o/sources.zip' }
const DRY = { geckoId: 'a@b.c', dryRun: true }
const EDGE = { EDGE_PRODUCT_ID: 'product', EDGE_CLIENT_ID: 'client', EDGE_API_KEY: 'canary-key' }
const FIREFOX = { FIREFOX_JWT_ISSUER: 'issuer', FIREFOX_JWT_SECRET: 'canary-secret' }

test('a store gets its zips if all of its keys are there', () => {
  const { stores, args, leftOut } = submissionOf({ ...EDGE, ...FIREFOX }, PACKED, DRY)
  expect(stores).toEqual(['edge', 'firefox'])
  expect(args).toEqual([
    ...['submit', '--dry-run', '--edge-zip', '/o/chrome.zip'],
    ...['--firefox-zip', '/o/firefox.zip', '--firefox-sources-zip', '/o/sources.zip'],
    ...['--firefox-extension-id', 'a@b.c', '--firefox-compatibility', 'firefox'],
  ])
  expect(leftOut).toEqual([expect.stringMatching(/^chrome: not submitted, missing CHROME_EXTENSION_ID, /)])
})

test('a store that lacks one key is left out, and the key is named', () => {
  const { stores, args, leftOut } = submissionOf({ ...EDGE, EDGE_API_KEY: '' }, PACKED, DRY)
  expect(stores).toEqual([])
  expect(args).toEqual(['submit', '--dry-run'])
  expect(leftOut).toContain('edge: not submitted, missing EDGE_API_KEY')
})

test('only what is not a dry run is published', () => {
  expect(submissionOf(EDGE, PACKED, { ...DRY, dryRun: false }).args).not.toContain('--dry-run')
})

test('no key is printed or becomes an argument', () => {
  expect(JSON.stringify(submissionOf({ ...EDGE, ...FIREFOX }, PACKED, DRY))).not.toContain('canary')
})
