import { PLATFORM_PICTURE_BYTES, type Provider } from '@find-on-1688/shared'
import { providerItem } from '../model/stored-items.ts'

/** The largest picture, in bytes, that the platform takes; before the first answer, the smallest of its limits. */
export async function pictureLimit(): Promise<number> {
  const provider = await providerItem.getValue()
  return PLATFORM_PICTURE_BYTES[provider ?? 'crossborder']
}

export async function rememberProvider(provider: Provider): Promise<void> {
  if ((await providerItem.getValue()) !== provider) await providerItem.setValue(provider)
}
