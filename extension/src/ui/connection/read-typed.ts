import { readConnectionCode } from '@find-on-1688/shared'
import { readAddress } from '../../api/settings.ts'
import { texts } from '../../i18n/index.ts'
import type { ProxySettings } from '../../model/stored-items.ts'

/** What was typed: a connection code, or address and key by hand. */
export type Typed = { code: string } | ProxySettings

/** The settings to test, or what is wrong with the text. A code is also understood where an address or a key belongs. */
export function readTyped(typed: Typed): { proxy: ProxySettings } | { wrong: string } {
  for (const text of Object.values(typed)) {
    const connection = readConnectionCode(text)
    if (connection) return checked(connection.address, connection.key)
  }
  return 'code' in typed ? { wrong: wrongCode(typed.code.trim()) } : checked(typed.address, typed.clientKey)
}

function checked(typedAddress: string, typedKey: string): { proxy: ProxySettings } | { wrong: string } {
  const t = texts()
  const read = readAddress(typedAddress)
  if ('fault' in read) return { wrong: t.workerAddressErrors[read.fault] }
  const clientKey = typedKey.trim()
  return clientKey ? { proxy: { address: read.address, clientKey } } : { wrong: t.clientKeyMissing }
}

function wrongCode(code: string): string {
  const t = texts()
  if (code === '') return t.connectionCodeEmpty
  return /^find1688:/i.test(code) ? t.connectionCodeIncomplete : t.connectionCodeInvalid
}
