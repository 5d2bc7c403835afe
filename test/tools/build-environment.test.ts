import { expect, test } from 'vitest'
import { buildEnvironment } from './build-environment.ts'

test('a build takes nothing from the environment that would make it differ', () => {
  const environment = {
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy.example',
    WXT_CLIENT_KEY: 'f1688_key',
    VITE_X: '1',
    CLOUDFLARE_ENV: 'staging',
    CLOUDFLARE_API_TOKEN: 'token',
    WRANGLER_BUILD_CONDITIONS: 'node',
    NODE_ENV: 'test',
  }
  expect(buildEnvironment(environment)).toEqual({
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy.example',
    CLOUDFLARE_API_TOKEN: 'token',
    NODE_ENV: 'production',
  })
})
