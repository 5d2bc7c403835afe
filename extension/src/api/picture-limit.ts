import { PLATFORM_PICTURE_BYTES, type Provider } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'

/** Which of the platform's APIs answered last. */
const providerItem = storage.defineItem<Provider | null>('local:provider', { fallback: null })

/** Largest picture, in bytes, that the platform takes; the smallest of its limits before the first answer. */
export async function pictureLimit(): Promise<number> {
  const provider = await providerItem.getValue()
  return PLATFORM_PICTURE_BYTES[provider ?? 'crossborder']
}

export async function rememberProvider(provider: Provider): Promise<void> {
  if ((await providerItem.getValue()) !== provider) await providerItem.setValue(provider)
}
