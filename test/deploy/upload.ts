import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from './settings.ts'
import type { Wrangler, WranglerRun } from './wrangler.ts'

export interface UploadOptions {
  /** The whole name, with the environment's suffix. */
  name: string
  env?: string | undefined
  domain?: string | undefined
  isDryRun: boolean
}

/** Deploys code, vars and secrets in one version, or only builds and checks them. */
export async function upload(
  wrangler: Wrangler,
  { vars, secrets }: Pick<Plan, 'vars' | 'secrets'>,
  { name, env, domain, isDryRun }: UploadOptions,
): Promise<WranglerRun> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  const file = join(folder, 'secrets.json')
  const forget = () => rmSync(folder, { recursive: true, force: true })
  // Stopped in between, too, nothing readable stays behind.
  process.once('exit', forget)
  try {
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
    return await wrangler([
      'deploy',
      '--minify',
      ...['--secrets-file', file],
      ...['--name', name],
      ...(env ? ['--env', env] : []),
      ...(domain ? ['--domain', domain] : []),
      ...Object.entries(vars).flatMap(([key, value]) => ['--var', `${key}:${value}`]),
      ...(isDryRun ? ['--dry-run'] : []),
    ])
  } finally {
    forget()
    process.off('exit', forget)
  }
}

/** With APP_KEYS, Wrangler still asks for the two secrets of a single app, which the worker then does not read. */
export function withRequired(secrets: Record<string, string>, kept: string[]): Record<string, string> {
  const [first] = secrets.APP_KEYS
    ? (JSON.parse(secrets.APP_KEYS) as { appKey: string; appSecret: string }[])
    : []
  if (!first) return secrets
  return {
    ...(!kept.includes('APP_KEY') && { APP_KEY: first.appKey }),
    ...(!kept.includes('APP_SECRET') && { APP_SECRET: first.appSecret }),
    ...secrets,
  }
}
