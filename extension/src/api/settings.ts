import { fail } from '../model/failure.ts'
import { type ProxySettings, proxyItem } from '../model/stored-items.ts'

export async function requireProxy(): Promise<ProxySettings> {
  const proxy = await proxyItem.getValue()
  return proxy.address && proxy.clientKey ? proxy : fail('proxy_not_set')
}

export type AddressFault = 'empty' | 'malformed' | 'insecure'

/** An address as it is stored. Plain http is for this machine only: it would show the key to the network. */
export function readAddress(input: string): { address: string } | { fault: AddressFault } {
  const text = input.trim()
  if (text === '') return { fault: 'empty' }
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  // Chromium takes a host with spaces and writes them as %20; no real one has them.
  if (!url || url.hostname.includes('%') || url.username || url.search || url.hash)
    return { fault: 'malformed' }
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !loopback) return { fault: 'insecure' }
  return { address: url.href.replace(/\/+$/, '') }
}
