import type { Credentials } from '../providers/provider.ts'
import type { App } from '../settings.ts'

/** The access token as it was set; there is no other. */
export function staticCredentials({ appKey, appSecret, accessToken }: App): Credentials {
  return {
    current: async () => ({ appKey, appSecret, accessToken }),
    renew: async () => false,
  }
}
