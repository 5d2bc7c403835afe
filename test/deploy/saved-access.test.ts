import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveAccess, savedAccess } from './saved-access.ts'

let settings: string
beforeEach(() => {
  settings = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(settings, { recursive: true }))

test('an admin token is found by name and by address, and by nothing else', () => {
  const access = { worker: 'https://shop.example.workers.dev', adminToken: 'a-token' }
  expect(savedAccess({ name: 'shop' }, settings)).toBeUndefined()
  saveAccess('shop', access, settings)
  saveAccess('other', { worker: '', adminToken: 'b' }, settings)
  expect(savedAccess({ name: 'shop' }, settings)).toEqual(access)
  expect(savedAccess({ worker: access.worker }, settings)).toEqual(access)
  expect(savedAccess({ worker: 'https://shop.example.com' }, settings)).toBeUndefined()
})

test('only this account can read it', () => {
  saveAccess('shop', { worker: '', adminToken: 'a' }, settings)
  expect(statSync(join(settings, '.deployed', 'shop.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(settings, '.deployed')).mode & 0o777).toBe(0o700)
})
