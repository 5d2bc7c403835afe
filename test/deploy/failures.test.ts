import { expect, test } from 'vitest'
import { explain } from './failures.ts'

const run = (message: string, code?: number, output = '') => ({
  succeeded: false,
  output,
  entries: [{ type: 'command-failed', message, ...(code && { code }) }],
})

test.each([
  [
    'a namespace with this account ID and title already exists',
    10014,
    /shop-clients or shop-answers already exist: delete/,
  ],
  ['You have exceeded the limit of 100 Workers on your account.', 10037, /no room for another Worker/],
  ['Could not find zone for `proxy.example.com`.', undefined, /The domain is not in your Cloudflare account/],
  [
    'More than one account available but unable to select one in non-interactive mode.',
    undefined,
    /CLOUDFLARE_ACCOUNT_ID/,
  ],
  ['fetch failed', undefined, /^Cloudflare cannot be reached/],
])('“%s” is said in one sentence with the next step', (message, code, sentence) => {
  expect(explain(run(message, code), 'shop')).toMatch(sentence)
})

test('what is not known is said in Wrangler’s words', () => {
  const output =
    '\n✘ [ERROR] A request to the Cloudflare API (/accounts/…) failed.\n\n  Something new. [code: 12345]\n  \n  If you think this is a bug, …\n'
  expect(explain(run('A request failed.', undefined, output), 'shop')).toBe(
    'Wrangler failed: A request to the Cloudflare API (/accounts/…) failed. Something new. [code: 12345]',
  )
  expect(explain({ succeeded: false, output: '', entries: [] }, 'shop')).toBe(
    'Wrangler failed: it gave no reason',
  )
})
