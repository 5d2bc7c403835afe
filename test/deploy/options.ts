import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PROVIDERS, type Provider } from '@find-on-1688/shared'
import { ROOT } from '../tools/paths.ts'

export const HELP = `npm run deploy -- [options]: the worker on Cloudflare

--dry-run        does everything but the upload; needs no account
--provider NAME  ${PROVIDERS.join(', ')}; without it, the provider that is deployed stays
--name NAME      the worker's name (find-on-1688)
--env staging    deploys the staging worker beside the other one
--domain HOST    a host name of yours at Cloudflare, besides the workers.dev address
--settings DIR   the folder whose .dev.vars is read (worker)
--yes            asks nothing that has a default: makes an ADMIN_TOKEN if there is none, and deploys

Settings come from .dev.vars and, where it lacks them, from the environment. What is stored already is kept.`

export interface Options {
  isDryRun: boolean
  yes: boolean
  provider?: Provider
  name?: string
  env?: string
  domain?: string
  /** A folder. */
  settings: string
  help: boolean
}

/** @throws Error with a sentence for people */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      provider: { type: 'string' },
      name: { type: 'string' },
      env: { type: 'string' },
      domain: { type: 'string' },
      settings: { type: 'string', default: join(ROOT, 'worker') },
      help: { type: 'boolean', default: false },
    },
  })
  const { provider, name, env, domain } = values
  if (provider !== undefined && !isProvider(provider))
    throw new Error(`--provider is one of ${PROVIDERS.join(', ')}`)
  if (name !== undefined && !/^[a-z0-9]([a-z0-9-]{0,52}[a-z0-9])?$/.test(name))
    throw new Error('--name has up to 54 small letters, digits and hyphens, such as find-on-1688')
  if (env !== undefined && env !== 'staging') throw new Error('--env is staging, or left out')
  if (domain !== undefined && !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain))
    throw new Error('--domain is a host name without https://, such as proxy.example.com')
  return {
    isDryRun: values['dry-run'],
    yes: values.yes,
    help: values.help,
    settings: resolve(values.settings),
    ...(provider !== undefined && { provider }),
    ...(name !== undefined && { name }),
    ...(env !== undefined && { env }),
    ...(domain !== undefined && { domain }),
  }
}

function isProvider(text: string): text is Provider {
  return PROVIDERS.some((provider) => provider === text)
}
