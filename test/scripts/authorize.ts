import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { readSettings } from '../serve/settings.ts'
import { ROOT } from '../tools/paths.ts'
import { end } from './operator.ts'

/** Walks an operator through the first authorisation: a person consents in a browser, and a code becomes two tokens. */
const { values } = parseArgs({
  options: {
    redirect: { type: 'string', default: 'http://localhost/' },
    gateway: { type: 'string', default: 'https://gw.open.1688.com/openapi' },
  },
})
const settings = readSettings(join(ROOT, 'worker'))
const APP_KEY = process.env.APP_KEY || settings.APP_KEY
const APP_SECRET = process.env.APP_SECRET || settings.APP_SECRET
if (!APP_KEY || !APP_SECRET)
  end('Put APP_KEY and APP_SECRET of your app at 1688 into worker/.dev.vars, or into the environment.')

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
console.log('\n3. Put both into worker/.dev.vars, and run npm run deploy, or npm run serve, again:\n')
console.log(`   ACCESS_TOKEN=${tokens.access_token}`)
console.log(
  tokens.refresh_token
    ? `   REFRESH_TOKEN=${tokens.refresh_token}`
    : '   (no refresh token: the access token is used until it ends)',
)
console.log(
  '\nWith a refresh token, the worker renews the access token by itself from then on. npm run doctor says whether all is well.',
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
