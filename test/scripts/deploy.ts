import { createOperator } from '@find-on-1688/shared/client'
import { unstable_readConfig as readConfig } from 'wrangler'
import { chooseAccount, readAccounts } from '../deploy/account.ts'
import { askSettings } from '../deploy/ask-settings.ts'
import { type Deployed, readDeployed } from '../deploy/deployed.ts'
import { domainFault } from '../deploy/domain.ts'
import { explain } from '../deploy/failures.ts'
import { HELP, type Options, readOptions } from '../deploy/options.ts'
import { waitForWorker } from '../deploy/reach.ts'
import { saveAccess, savedAccess } from '../deploy/saved-access.ts'
import {
  contradictions,
  faultsIn,
  newAdminToken,
  newAttestationKey,
  type Plan,
  planSettings,
} from '../deploy/settings.ts'
import { openTerminal } from '../deploy/terminal.ts'
import { upload, withRequired } from '../deploy/upload.ts'
import { CONFIG, runWrangler, type Wrangler } from '../deploy/wrangler.ts'
import { readSettings } from '../serve/settings.ts'
import { stopProgramsOnSignals } from '../tools/run-program.ts'
import { createFirstClient } from './first-client.ts'
import { end } from './operator.ts'
import { showFindings } from './show-findings.ts'

const say = (line: string) => console.log(line)
const done = (what: string) => say(`✓ ${what}`)
const orEnd = (error: unknown): never => end(error instanceof Error ? error.message : String(error))

stopProgramsOnSignals()
const options = parse()
/** Cloudflare's own build of a repository: its log is kept, and its settings are in the repository and the dashboard. */
const isWorkersBuild = process.env.WORKERS_CI === '1'
const isCi = isWorkersBuild || Boolean(process.env.CI)
const terminal = options.isDryRun ? undefined : openTerminal()
const config = readConfig({ config: CONFIG, env: options.env })
const name = nameOf(options)
const wrangler = await logIn()
const deployed = wrangler && (await readDeployed(wrangler, name).catch(orEnd))
if (deployed && !deployed.isOurs && !isWorkersBuild)
  end(`Another program is deployed as ${name} in this account: choose another name with --name.`)
if (wrangler) say(deployed ? `  ${name} is deployed already; what is stored there stays` : `  ${name} is new`)
const saved = savedAccess({ name }, options.settings)
const { plan, isTokenNew } = await settle(deployed)
if (options.domain && !options.isDryRun && !options.yes) {
  const fault = await domainFault(options.domain)
  if (fault) end(fault)
}
const addresses = await deploy(plan)
const adminToken = plan.secrets.ADMIN_TOKEN ?? saved?.adminToken
const worker = addresses.find((address) => address.includes(options.domain ?? '')) ?? addresses[0] ?? ''
if (adminToken && (isTokenNew || saved)) saveAccess(name, { worker, adminToken }, options.settings)
await introduce()

function parse(): Options {
  try {
    const read = readOptions(process.argv.slice(2))
    if (!read.help) return read
    say(HELP)
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

/** As Wrangler names it: each environment's worker has a name of its own. */
function nameOf({ name, env }: Options): string {
  if (process.env.WRANGLER_CI_OVERRIDE_NAME) return process.env.WRANGLER_CI_OVERRIDE_NAME
  if (name === undefined) return config.name ?? 'find-on-1688'
  return env === undefined ? name : `${name}-${env}`
}

/** Wrangler with the account that is used. A dry run does without. */
async function logIn(): Promise<Wrangler | undefined> {
  if (options.isDryRun) {
    const accounts = await readAccounts(runWrangler).catch((error: Error) => void say(`– ${error.message}`))
    if (accounts?.length === 1) done(`logged in to Cloudflare: ${accounts[0]?.name}`)
    else say('– no account is used: whether this worker is deployed already was not looked up')
    const id = accounts?.length === 1 ? accounts[0]?.id : undefined
    return id === undefined ? undefined : withAccount(id)
  }
  const account = await chooseAccount(runWrangler, terminal).catch(orEnd)
  // The log of a build is read by others than the owner of the account.
  done(isCi ? 'logged in to Cloudflare' : `logged in to Cloudflare: ${account.name}`)
  return withAccount(account.id)
}

function withAccount(id: string): Wrangler {
  return (args, env) => runWrangler(args, { CLOUDFLARE_ACCOUNT_ID: id, ...env })
}

/** What will be sent: given, asked for or made. Ends the command if something is missing that cannot be asked for. */
async function settle(deployed: Deployed | undefined): Promise<{ plan: Plan; isTokenNew: boolean }> {
  const fromConfig = isWorkersBuild ? (config.vars as { PROVIDER?: string }).PROVIDER : undefined
  const given = readSettings(options.settings, process.env, options.env)
  const twice = contradictions(readSettings(options.settings, {}, options.env), process.env)
  if (twice.length > 0)
    end(`${twice.join(', ')}: .dev.vars and the environment say different things. Remove one of the two.`)
  const plan = planSettings(given, deployed, options.provider ?? fromConfig)
  const hasToken = 'ADMIN_TOKEN' in plan.secrets || plan.kept.includes('ADMIN_TOKEN')
  if (!hasToken && saved) plan.secrets.ADMIN_TOKEN = saved.adminToken
  else if (!hasToken && options.yes) plan.secrets.ADMIN_TOKEN = newAdminToken()
  if (terminal) await askSettings(plan, terminal)
  const isTokenNew = plan.secrets.ADMIN_TOKEN !== undefined && plan.secrets.ADMIN_TOKEN !== given.ADMIN_TOKEN
  // Before it is used: Cloudflare does not show it again.
  if (isTokenNew && !options.isDryRun)
    saveAccess(name, { worker: '', adminToken: plan.secrets.ADMIN_TOKEN ?? '' }, options.settings)
  if (!('ATTESTATION_KEY' in plan.secrets) && !plan.kept.includes('ATTESTATION_KEY'))
    plan.secrets.ATTESTATION_KEY = newAttestationKey()
  const faults = faultsIn(plan)
  if (options.isDryRun) showFaults(faults)
  else if (faults.length > 0) end(whatIsMissing(faults))
  if (given.PROVIDER && given.PROVIDER !== plan.vars.PROVIDER)
    say(`  PROVIDER stays ${plan.vars.PROVIDER}, as deployed; --provider ${given.PROVIDER} changes it`)
  if (plan.vars.PROVIDER) done(`provider ${plan.vars.PROVIDER}`)
  done(`settings: ${[...Object.keys(plan.vars), ...Object.keys(plan.secrets)].join(', ')}`)
  if (plan.kept.length > 0) done(`kept as stored: ${plan.kept.join(', ')}`)
  if (plan.kept.includes('APP_KEYS') && plan.secrets.APP_KEY)
    say(
      '  APP_KEYS is stored, and is used instead of APP_KEY: npm run wrangler -- secret delete APP_KEYS ends that',
    )
  return { plan, isTokenNew }
}

function showFaults(faults: string[]): void {
  const malformed = faults.filter((fault) => !fault.endsWith('is missing'))
  if (malformed.length > 0) end(whatIsMissing(malformed))
  for (const fault of faults) say(`– ${fault}: the deployment asks for it`)
}

function whatIsMissing(faults: string[]): string {
  const where = isWorkersBuild
    ? 'set it at dash.cloudflare.com under the Worker’s Settings, Variables and Secrets, and retry the build'
    : 'put it into worker/.dev.vars (worker/.dev.vars.example explains each) or into the environment'
  const offer =
    faults.includes('ADMIN_TOKEN is missing') && !isWorkersBuild ? '; --yes makes an ADMIN_TOKEN' : ''
  return `${faults.join('; ')}: ${where}${offer}.`
}

/** Resolves to the addresses of the worker. */
async function deploy({ vars, secrets, kept }: Plan): Promise<string[]> {
  if (terminal && !options.yes && !(await terminal.confirm(`Deploy ${name} now?`)))
    end('Nothing was deployed.')
  say(options.isDryRun ? '  building …' : '  building and uploading …')
  const { isDryRun, env, domain } = options
  const all = withRequired(secrets, kept)
  const run = await upload(wrangler ?? runWrangler, { vars, secrets: all }, { name, env, domain, isDryRun })
  const size = /Total Upload: (.+)/.exec(run.output)?.[1]
  if (!run.succeeded) {
    const isUploaded = /^Uploaded /m.test(run.output)
    end(`${explain(run, name)}${isUploaded ? ' The worker itself was uploaded.' : ' Nothing was deployed.'}`)
  }
  if (isDryRun) {
    done(`built: ${size}`)
    say(
      'Dry run: nothing was uploaded. Without --dry-run, this deploys the worker, runs the doctor and prints a code.',
    )
    process.exit(0)
  }
  const { targets = [], version_id } = run.entries.find(({ type }) => type === 'deploy') ?? {}
  done(`deployed ${name}, version ${version_id} (${size})`)
  const hosts = targets.flatMap((target) => /^(?:https:\/\/)?([\w.-]+\.[a-z]+)/.exec(target)?.[1] ?? [])
  return hosts.map((host) => `https://${host}`)
}

/** Waits for the worker, has it checked, and gives the first connection code. */
async function introduce(): Promise<void> {
  const onWait = () => say(`  waiting for ${worker}, which may take some minutes if it is new …`)
  const health = await waitForWorker(worker, { onWait, adminToken }).catch((error: Error) =>
    end(`${error.message} The deployment itself is up; npm run deploy again does the rest.`),
  )
  done(`${worker} answers (version ${health.version}, ${health.provider})`)
  if (!adminToken || isCi) {
    say(`Next: ADMIN_TOKEN=… npm run doctor -- --worker ${worker}`)
    say(`      ADMIN_TOKEN=… npm run connect -- --worker ${worker} --name NAME`)
    return
  }
  const operator = createOperator({ address: worker, adminToken })
  const upAllTheSame = (error: Error) => end(`${error.message} The deployment itself is up.`)
  const findings = await operator.doctor().catch(upAllTheSame)
  say('')
  showFindings(findings)
  const code = await createFirstClient(operator).catch(upAllTheSame)
  if (code) say(`\nPaste this into the extension’s options. It is shown only once:\n\n${code}\n`)
  say(`another code: npm run connect -- --worker ${worker} --name NAME`)
  if (findings.status === 'ok') return
  say(
    'The deployment is up, but 1688 does not accept all of it yet: do what is said above, then npm run deploy again.',
  )
  process.exitCode = 1
}
