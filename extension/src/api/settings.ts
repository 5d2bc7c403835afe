import { browser } from 'wxt/browser'
import { storage } from 'wxt/utils/storage'
import { fail } from '../model/failure.ts'

export interface ProxySettings {
  /** Without a slash at the end. */
  address: string
  clientKey: string
}

/** The user's settings. A build may come with some, as the sandbox's does. */
export const proxyItem = storage.defineItem<ProxySettings>('local:proxy', {
  fallback: {
    address: import.meta.env.WXT_PROXY_ADDRESS ?? '',
    clientKey: import.meta.env.WXT_CLIENT_KEY ?? '',
  },
})

export async function requireProxy(): Promise<ProxySettings> {
  const proxy = await proxyItem.getValue()
  return proxy.address && proxy.clientKey ? proxy : fail('proxy_not_set')
}

export type AddressFault = 'empty' | 'malformed' | 'insecure'

/** An address as it is kept. Plain http is for this very machine only: it would show the key to the network. */
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

export function openOptions(): void {
  browser.runtime.openOptionsPage()
}
