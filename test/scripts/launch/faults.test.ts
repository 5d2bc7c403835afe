import { expect, test } from 'vitest'
import { installationFault, systemFault } from './faults.mjs'

const nodeError = (code: string, message: string) => Object.assign(new Error(message), { code })

test.each([
  [nodeError('ENOSPC', 'ENOSPC: no space left on device, write'), 'The disk is full'],
  [
    nodeError('EROFS', "EROFS: read-only file system, mkdir '/clone/node_modules'"),
    'read-only at /clone/node_modules',
  ],
  [nodeError('EACCES', "EACCES: permission denied, open '/clone/a b'"), 'may not write /clone/a b'],
  ['building failed:\nError: EPERM: operation not permitted, unlink', 'may not write a file that it needs'],
])('%s is told as a fault of the disk', (error, sentence) => {
  expect(systemFault(error)).toContain(sentence)
})

test('any other error is not one of the disk', () => {
  expect(systemFault(new TypeError('x is not a function'))).toBeUndefined()
  expect(systemFault(undefined)).toBeUndefined()
})

/** As the tools print them. */
const OUTPUTS = {
  npm: `npm error code ECONNREFUSED
npm error syscall connect
npm error errno ECONNREFUSED
npm error FetchError: request to https://registry.npmjs.org/pnpm failed, reason: connect ECONNREFUSED 127.0.0.1:9`,
  pnpm: `Error:   × installing dependencies
  ╰─▶ Failed to fetch https://registry.npmjs.org/a.tgz: error sending request:
      client error (Connect): tunnel error: failed to create underlying
      connection: tcp connect error: Connection
      refused (os error 111)`,
  full: `  ╰─▶ Failed to write cafs: Failed to write to file at "/mnt/.pnpm-store/v11/
      files/54/90e5dff0": No
      space left on device (os error 28)`,
  unclear: 'ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"',
}

test('a registry out of reach is told with what to check', () => {
  expect(installationFault(OUTPUTS.npm, {})).toMatch(
    /cannot be reached \(ECONNREFUSED\): check the network, and/,
  )
  expect(installationFault(OUTPUTS.pnpm, { HTTPS_PROXY: 'http://proxy.example' })).toMatch(
    /cannot be reached \(Connection refused\): check the network and HTTPS_PROXY, and/,
  )
})

test('a proxy is named without its address, which may hold a password', () => {
  const sentence = installationFault(OUTPUTS.npm, { HTTPS_PROXY: 'http://user:secret@proxy.example' })
  expect(sentence).not.toContain('secret')
})

test('a full disk is recognized in a sentence that is broken anywhere', () => {
  expect(installationFault(OUTPUTS.full, {})).toMatch(/^The disk is full/)
})

test('what is unclear is not guessed', () => {
  expect(installationFault(OUTPUTS.unclear, {})).toBeUndefined()
})
