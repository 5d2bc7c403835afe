import type { WranglerRun } from './wrangler.ts'

/** What Wrangler or Cloudflare's API says, and what we say, with the next step. `$` is the worker's name. */
const SENTENCES: [RegExp, string][] = [
  [
    /workers\/onboarding|register a workers\.dev subdomain/i,
    'Your Cloudflare account has no workers.dev address yet: open https://dash.cloudflare.com/?to=/:account/workers/onboarding, choose one, and run this again.',
  ],
  [
    /fetch failed|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|Connect Timeout/,
    'Cloudflare cannot be reached: check the network (and HTTPS_PROXY, if yours needs it), and run this again.',
  ],
  [
    /\[code: (10000|9109|6003|1000|9106)\]|Authentication error|Invalid API Token|Unable to authenticate|expired/i,
    'Cloudflare does not accept the login: run npm run wrangler -- login, or give CLOUDFLARE_API_TOKEN a token made from the template “Edit Cloudflare Workers”.',
  ],
  [
    /\[code: 10014\]|namespace.*already exists|already have a namespace/i,
    'The KV namespaces $-clients or $-answers already exist: delete them if they are left over (npm run wrangler -- kv namespace list), or choose another --name.',
  ],
  [
    /(limit|maximum|too many|exceeded).*namespaces?|namespaces?.*(limit|maximum|exceeded)/i,
    'Your account has no room for two more KV namespaces: delete some that are not used (npm run wrangler -- kv namespace list), and run this again.',
  ],
  [
    /\[code: 10037\]|(limit|maximum|exceeded).*(scripts|workers)\b/i,
    'Your account has no room for another Worker: delete one that is not used at dash.cloudflare.com, and run this again.',
  ],
  [
    /More than one account/,
    'The login has several accounts: set CLOUDFLARE_ACCOUNT_ID to the id of the one to use (npm run wrangler -- whoami lists them).',
  ],
  [
    /could not find zone|zone.*(not found|could not be found)/i,
    'The domain is not in your Cloudflare account: add it at dash.cloudflare.com first, or leave --domain out.',
  ],
]

/** One sentence on why a command of Wrangler failed; what is not known is said in Wrangler's words. */
export function explain(run: WranglerRun, name: string): string {
  const failure = run.entries.find(({ type }) => type === 'command-failed')
  const said = `${failure?.message ?? ''} ${failure?.code ? `[code: ${failure.code}]` : ''} ${run.output}`
  const known = SENTENCES.find(([pattern]) => pattern.test(said))?.[1].replaceAll('$', name)
  return known ?? `Wrangler failed: ${wordsOf(run) || 'it gave no reason'}`
}

function wordsOf({ entries, output }: WranglerRun): string {
  const failure = entries.find(({ type }) => type === 'command-failed')
  const [, reason] = /ERROR\S*\s+(.+?)\n\s*(?:If you think|🪵|$)/s.exec(output) ?? []
  return (reason ?? failure?.message ?? output)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
    .slice(0, 600)
}
