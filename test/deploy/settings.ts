import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { SETTINGS } from '../serve/settings.ts'
import type { Deployed } from './deployed.ts'

/** The settings that are stored encrypted, and never shown again. */
const SECRETS = [
  'APP_KEY',
  'APP_SECRET',
  'ACCESS_TOKEN',
  'REFRESH_TOKEN',
  'APP_KEYS',
  'ADMIN_TOKEN',
  'ATTESTATION_KEY',
]
const VARS = SETTINGS.filter((name) => !SECRETS.includes(name))

/** What a deployment sends, and what it leaves as it is stored. */
export interface Plan {
  vars: Record<string, string>
  secrets: Record<string, string>
  /** Stored before, and not sent again. */
  kept: string[]
  /** The vars that stay as they are deployed. */
  keptVars: Record<string, string>
}

/**
 * Secrets and vars that are given here are sent; the others stay. The provider alone stays as deployed unless an option says
 * otherwise, so that a copied example file does not change it.
 */
export function planSettings(
  given: Record<string, string>,
  deployed: Deployed | undefined,
  provider: string | undefined,
): Plan {
  const pick = (names: string[], from: Record<string, string>) =>
    Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))
  const vars = pick(VARS, given)
  const chosen = provider ?? deployed?.vars.PROVIDER ?? given.PROVIDER
  if (chosen !== undefined) vars.PROVIDER = chosen
  const secrets = pick(SECRETS, given)
  return {
    vars,
    secrets,
    kept: (deployed?.secrets ?? []).filter((name) => SECRETS.includes(name) && !(name in secrets)),
    keptVars: pick(
      VARS.filter((name) => !(name in vars)),
      deployed?.vars ?? {},
    ),
  }
}

/** The settings that a file and the environment both give, differently: whichever counted, someone would expect the other. */
export function contradictions(file: Record<string, string>, environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(file).filter((name) => environment[name] && environment[name] !== file[name])
}

/** The worker's own check, from a module that needs its types to be compiled. */
interface WorkerConfig {
  checkSettings(env: object): object | string[]
  adminTokenFault(env: object): string | undefined
}
const { checkSettings, adminTokenFault }: WorkerConfig = await import(
  new URL('../../worker/src/config.ts', import.meta.url).href
)

/** Something valid in place of what is stored and cannot be read. */
const STORED: Record<string, string> = {
  APP_KEY: 'stored',
  APP_SECRET: 'stored',
  ACCESS_TOKEN: 'stored',
  REFRESH_TOKEN: 'stored',
  APP_KEYS: JSON.stringify([{ appKey: 'stored', appSecret: 'stored', accessToken: 'stored' }]),
  ADMIN_TOKEN: 'stored-and-not-shown',
}

/** What the worker would find missing or malformed: each fault begins with the setting's name and shows no value. */
export function faultsIn({ vars, secrets, kept, keptVars }: Plan): string[] {
  const stored = Object.fromEntries(kept.flatMap((name) => (STORED[name] ? [[name, STORED[name]]] : [])))
  const bindings = { CLIENTS: {}, ANSWERS: {}, DISPATCHER: {}, USAGE: {} }
  const env = { ...keptVars, ...vars, ...stored, ...secrets, ...bindings }
  const settings = checkSettings(env)
  const adminToken = adminTokenFault(env)
  return [...new Set([...(Array.isArray(settings) ? settings : []), ...(adminToken ? [adminToken] : [])])]
}

export function nameIn(fault: string): string {
  return fault.split(' ')[0] ?? ''
}

export function newAdminToken(): string {
  return randomBytes(32).toString('base64url')
}

export function newAttestationKey(): string {
  return JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))
}
