import { PROVIDERS } from '@find-on-1688/shared'
import { faultsIn, nameIn, newAdminToken, type Plan } from './settings.ts'
import type { Terminal } from './terminal.ts'

const QUESTIONS: Record<string, string> = {
  APP_KEY: 'APP_KEY, the key of your app at open.1688.com',
  APP_SECRET: 'APP_SECRET, its secret',
  ACCESS_TOKEN:
    'ACCESS_TOKEN, of the account that authorised the app (npm run authorize gets one; Enter if you only have a refresh token)',
  REFRESH_TOKEN: 'REFRESH_TOKEN, with which the worker renews the access token (Enter for none)',
  ADMIN_TOKEN: 'ADMIN_TOKEN, which opens the operator’s routes, at least 16 characters (Enter makes one)',
}
const ABOUT = {
  crossborder: 'com.alibaba.fenxiao.crossborder, documented',
  dropship: 'alibaba.public.image.similar.offer.search, ten offers',
  'image-search': 'alibaba.product.image.search, needs no token',
}

/** Asks for what is missing until the worker would find nothing wrong with it. Typed text is not shown. */
export async function askSettings(plan: Plan, terminal: Terminal): Promise<void> {
  if (!plan.vars.PROVIDER) {
    const choices = PROVIDERS.map((provider) => `${provider.padEnd(12)}  ${ABOUT[provider]}`)
    const index = await terminal.choose('Which API has your app been granted?', choices)
    plan.vars.PROVIDER = PROVIDERS[index] ?? ''
  }
  const needsToken = plan.vars.PROVIDER !== 'image-search'
  for (;;) {
    const fault = faultsIn(plan).find((text) => nameIn(text) in QUESTIONS)
    if (!fault) return
    const name = nameIn(fault)
    if (plan.secrets[name] !== undefined) console.log(`${fault}.`)
    plan.secrets[name] = (await askHidden(name, terminal)) || (name === 'ADMIN_TOKEN' ? newAdminToken() : '')
    if (!plan.secrets[name]) delete plan.secrets[name]
    const asksRefresh = name === 'ACCESS_TOKEN' && needsToken && !plan.kept.includes('REFRESH_TOKEN')
    if (asksRefresh && !plan.secrets.REFRESH_TOKEN) {
      const token = await askHidden('REFRESH_TOKEN', terminal)
      if (token) plan.secrets.REFRESH_TOKEN = token
    }
  }
}

function askHidden(name: string, terminal: Terminal): Promise<string> {
  return terminal.ask(`${QUESTIONS[name]}: `, { isHidden: true })
}
