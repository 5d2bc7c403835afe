import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { end } from './operator.ts'

/** Walks an operator through the first authorisation: a person consents in a browser, and a code becomes two tokens. */
const { values } = parseArgs({
  options: {
    redirect: { type: 'string', default: 'http://localhost/' },
    gateway: { type: 'string', default: 'https://gw.open.1688.com/openapi' },
  },
})
const { APP_KEY, APP_SECRET } = process.env
if (!APP_KEY || !APP_SECRET)
  end('Set the environment variables APP_KEY and APP_SECRET to those of your app at 1688.')

const state = randomBytes(8).toString('hex')
const consent = new URL('https://auth.1688.com/oauth/authorize')
consent.search = new URLSearchParams({
  client_id: APP_KEY,
  site: '1688',
  redirect_uri: values.redirect,
  state,
}).toString()
console.log('1. Open this address, log in as the owner of the app, and consent:\n')
console.log(`   ${consent}\n`)
console.log('2. The browser then goes to an address that holds the code; it need not show anything.')
const input = createInterface({ input: process.stdin, output: process.stdout })
const answer = (await input.question('   Paste that address, or the code, within two minutes: ')).trim()
input.close()

const tokens = await trade(codeIn(answer))
console.log(
  '\n3. Give the worker its two tokens: wrangler asks for each, npm run serve reads them in worker/.dev.vars.\n',
)
console.log('   npx wrangler secret put ACCESS_TOKEN')
console.log('   npx wrangler secret put REFRESH_TOKEN\n')
console.log(`   access token   ${tokens.access_token}`)
console.log(`   refresh token  ${tokens.refresh_token || 'none: the access token is used until it ends'}`)
console.log(
  '\nThe worker renews the access token by itself from then on. npm run doctor says whether all is well.',
)

function codeIn(text: string): string {
  if (!URL.canParse(text)) return text || end('No code was given.')
  const { searchParams } = new URL(text)
  if (searchParams.get('state') !== state) end('This address is not the answer to this consent: start again.')
  return searchParams.get('code') ?? end('This address holds no code.')
}

async function trade(code: string): Promise<{ access_token: string; refresh_token?: string }> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    need_refresh_token: 'true',
    client_id: APP_KEY ?? '',
    client_secret: APP_SECRET ?? '',
    redirect_uri: values.redirect,
    code,
  })
  const address = `${values.gateway}/param2/1/system.oauth2/getToken/${APP_KEY}`
  const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual' }).catch(() =>
    end('1688 cannot be reached.'),
  )
  const grant = (await response.json().catch(() => ({}))) as Record<string, string>
  if (typeof grant.access_token === 'string') return { ...grant, access_token: grant.access_token }
  return end(
    `1688 gives no token for this code (${grant.error_code ?? grant.error ?? response.status}). A code works once, for two minutes.`,
  )
}
