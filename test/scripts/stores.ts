import type { Packed } from './pack-extension.ts'

/** For each store what it takes to reach it, as WXT's `submit` names it in the environment, and which zips it gets. */
const STORES = {
  chrome: {
    needed: [
      'CHROME_EXTENSION_ID',
      'CHROME_PUBLISHER_ID',
      'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
      'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
    ],
    // The one interface that the store still has.
    args: ({ chrome }: Packed) => ['--chrome-api-version', 'v2', '--chrome-zip', chrome],
  },
  edge: {
    needed: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
    args: ({ chrome }: Packed) => ['--edge-zip', chrome],
  },
  firefox: {
    needed: ['FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
    // Not for Android, which has no menus.
    args: ({ firefox, sources }: Packed, geckoId: string) => [
      ...['--firefox-zip', firefox, '--firefox-sources-zip', sources],
      ...['--firefox-extension-id', geckoId, '--firefox-compatibility', 'firefox'],
    ],
  },
}

type Store = keyof typeof STORES

export interface Submission {
  /** Of `wxt submit`. */
  args: string[]
  stores: Store[]
  /** A line for each store that is left out, with what is missing. */
  leftOut: string[]
}

/** Submits to the stores whose keys are all in `env`. No key becomes an argument, where other programs could read it. */
export function submissionOf(
  env: NodeJS.ProcessEnv,
  packed: Packed,
  { geckoId, dryRun }: { geckoId: string; dryRun: boolean },
): Submission {
  const submission: Submission = {
    args: ['submit', ...(dryRun ? ['--dry-run'] : [])],
    stores: [],
    leftOut: [],
  }
  for (const store of Object.keys(STORES) as Store[]) {
    const { needed, args } = STORES[store]
    const missing = needed.filter((name) => !env[name])
    if (missing.length > 0) {
      submission.leftOut.push(`${store}: not submitted, missing ${missing.join(', ')}`)
      continue
    }
    submission.stores.push(store)
    submission.args.push(...args(packed, geckoId))
  }
  return submission
}
