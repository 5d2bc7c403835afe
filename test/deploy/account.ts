import { programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { explain } from './failures.ts'
import type { Terminal } from './terminal.ts'
import { jsonIn, type Wrangler } from './wrangler.ts'

export interface Account {
  id: string
  name: string
}

interface WhoAmI {
  loggedIn: boolean
  accounts?: Account[]
}

/**
 * The accounts of the login at Cloudflare. `undefined` if nobody is logged in.
 *
 * @throws Error with a sentence for people
 */
export async function readAccounts(wrangler: Wrangler): Promise<Account[] | undefined> {
  const run = await wrangler(['whoami', '--json'])
  const answer = jsonIn(run) as WhoAmI | undefined
  if (run.succeeded && answer?.accounts) return answer.accounts
  if (answer?.loggedIn === false) return undefined
  throw new Error(explain(run, ''))
}

/**
 * The account to deploy to: CLOUDFLARE_ACCOUNT_ID, the only one, or the one that is chosen at the terminal.
 *
 * @throws Error with a sentence for people
 */
export async function chooseAccount(wrangler: Wrangler, terminal: Terminal | undefined): Promise<Account> {
  const chosen = process.env.CLOUDFLARE_ACCOUNT_ID
  let accounts = await readAccounts(wrangler)
  if (
    !accounts &&
    terminal &&
    (await terminal.confirm('You are not logged in to Cloudflare. Log in now, in the browser?'))
  ) {
    const code = await runNode(programOf('worker', 'wrangler', 'bin/wrangler.js'), ['login'], { cwd: ROOT })
    if (code !== 0) throw new Error('The login did not succeed: run this again, or set CLOUDFLARE_API_TOKEN.')
    accounts = await readAccounts(wrangler)
  }
  if (!accounts)
    throw new Error(
      'Not logged in to Cloudflare: run npm run wrangler -- login, or set CLOUDFLARE_API_TOKEN to a token made from the template “Edit Cloudflare Workers” (docs/operate.md).',
    )
  const [first] = accounts
  if (chosen) return accounts.find(({ id }) => id === chosen) ?? { id: chosen, name: chosen }
  if (!first)
    throw new Error('This login has no Cloudflare account: set CLOUDFLARE_ACCOUNT_ID to the id of yours.')
  if (accounts.length === 1) return first
  if (!terminal)
    throw new Error(
      'The login has several accounts: set CLOUDFLARE_ACCOUNT_ID to the id of the one to use (npm run wrangler -- whoami lists them).',
    )
  const index = await terminal.choose(
    'Which account?',
    accounts.map(({ name }) => name),
  )
  return accounts[index] ?? first
}
