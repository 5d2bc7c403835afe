import { generateKeyPairSync } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { AttestationKeys } from '@find-on-1688/shared'
import { createClient } from '@find-on-1688/shared/client'
import { end, orEnd } from './operator.ts'

/**
 * Prints a new ATTESTATION_KEY and nothing else, so that it can be piped to wrangler without being shown. With `--worker`,
 * the public keys of that worker follow it, so that what they signed stays valid.
 */
const { values } = parseArgs({ options: { worker: { type: 'string' } } })
const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
console.log(JSON.stringify(values.worker === undefined ? key : [key, ...(await keysOf(values.worker))]))

async function keysOf(worker: string): Promise<AttestationKeys['keys']> {
  if (!URL.canParse(worker)) end('--worker is the address of your worker.')
  const { keys } = await orEnd(createClient({ address: new URL(worker).origin }).attestationKeys())
  return keys
}
